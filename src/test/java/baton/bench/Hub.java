// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hub under measurement: the real program with real settings, and a Graph API of {@code graph}. */
final class Hub implements AutoCloseable {

    static final String SECRET = "bench-app-secret";
    static final String PASSWORD = "correct horse battery";

    private final Child process;
    private final String address;

    private Hub(Child process, String address) {
        this.process = process;
        this.address = address;
    }

    /** {@code database}: empty for the embedded one. */
    static Hub start(Path folder, String graph, String... database) throws IOException {
        return start(0, folder, graph, database);
    }

    /** At this port, since desks know a hub by its address; 0 = any. */
    static Hub start(int port, Path folder, String graph, String... database) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "BATON_APP_SECRET",
                SECRET,
                "BATON_VERIFY_TOKEN",
                "verify",
                "BATON_ACCESS_TOKEN",
                "token",
                "BATON_PHONE_NUMBER_ID",
                Deliveries.NUMBER,
                "BATON_ADMIN_PASSWORD",
                PASSWORD,
                "BATON_GRAPH_URL",
                graph));
        if (database.length > 0) {
            settings.put("BATON_DB_URL", database[0]);
        }
        Files.createDirectories(folder);
        List<String> words =
                new ArrayList<>(List.of("hub", "--port", String.valueOf(port), "--data", folder.toString()));
        Child process = Child.program(folder.resolve("hub.log"), settings, words.toArray(String[]::new));
        String ready = process.line();
        return new Hub(process, ready.substring(ready.indexOf("http")));
    }

    String address() {
        return address;
    }

    Child process() {
        return process;
    }

    /** Bytes of everything in its folder but the log. */
    static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += file.endsWith("hub.log") ? 0 : Files.size(file);
            }
            return sum;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
