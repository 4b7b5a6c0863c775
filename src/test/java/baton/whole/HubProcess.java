// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How one hub is started, so that it can be started again as it was: same port, same store, same secrets. */
record HubProcess(Path log, int port, List<String> where, String graph) {

    static final String PASSWORD = "correct horse battery";
    static final String APP_SECRET = "app-secret-of-the-test";
    static final String NUMBER = "771940260085512";
    static final Map<String, String> SECRETS = Map.of(
            "BATON_APP_SECRET", APP_SECRET,
            "BATON_VERIFY_TOKEN", "verify-me",
            "BATON_ACCESS_TOKEN", "EAAG-access-token-of-the-test",
            "BATON_PHONE_NUMBER_ID", NUMBER,
            "BATON_ADMIN_PASSWORD", PASSWORD);

    /** Replies leave at once, as fast as the stand-in takes them. */
    private static final Map<String, String> BRISK = Map.of(
            "BATON_UNDO", "0",
            "BATON_MESSAGES_PER_SECOND", "75",
            "BATON_NEW_CUSTOMER_PER_MINUTE", "600");

    Program start() {
        List<String> words = new ArrayList<>(List.of("hub", "--port", String.valueOf(port)));
        words.addAll(where);
        Map<String, String> environment = new HashMap<>(SECRETS);
        environment.putAll(BRISK);
        environment.put("BATON_GRAPH_URL", graph);
        return Program.start(log, environment, words.toArray(String[]::new));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
