// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code baton tools race} finds a hub in order, on both stores and over two hubs, and finds a bad one out. */
final class RaceTest {

    private static final Map<String, String> ENVIRONMENT = environment();
    private static final String[] SMALL = {"--user", "admin", "--clients", "6", "--claims", "120"};

    @TempDir
    private Path folder;

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(HubProcess.SECRETS);
        environment.put("BATON_PASSWORD", HubProcess.PASSWORD);
        environment.put("BATON_GRAPH_URL", "http://127.0.0.1:1");
        return environment;
    }

    private Program.Ended race(String... words) {
        return Program.run(folder.resolve("race.txt"), ENVIRONMENT, words(words));
    }

    private static String[] words(String... hubs) {
        String[] words = new String[2 + hubs.length + SMALL.length];
        words[0] = "tools";
        words[1] = "race";
        System.arraycopy(hubs, 0, words, 2, hubs.length);
        System.arraycopy(SMALL, 0, words, 2 + hubs.length, SMALL.length);
        return words;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void oneOfManyGetsEachConversationOfTheEmbeddedStore() {
        String data = folder.resolve("data").toString();
        try (Program hub =
                Program.start(folder.resolve("log.txt"), ENVIRONMENT, "hub", "--port", "0", "--data", data)) {
            assertClean(race("--hub", hub.address(), "--make", "10"));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void oneOfManyGetsEachConversationOverTwoHubs() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Program first = hub(postgres, "a");
                Program second = hub(postgres, "b")) {
            assertClean(race("--hub", first.address(), "--hub", second.address(), "--make", "20"));
        }
    }

    private Program hub(EmbeddedPostgres postgres, String name) {
        return Program.start(
                folder.resolve("log.txt"),
                ENVIRONMENT,
                "hub",
                "--port",
                "0",
                "--data",
                folder.resolve(name).toString(),
                "--db",
                postgres.getJdbcUrl("postgres", "postgres"));
    }

    private void assertClean(Program.Ended race) {
        assertThat(race.exit()).as("see %s", log()).isZero();
        assertThat(race.out())
                .contains("conversations 20", "attempts 120", "winners 20", "doubles 0")
                .contains("stale replies tried 80", "stale replies accepted 0")
                .doesNotContain("fault");
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("race.txt"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Gives everybody what they ask for, as some programs of the field do. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aHubThatGivesAConversationToAllIsFoundOut() throws IOException {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger claims = new AtomicInteger();
        liar.createContext("/", exchange -> answer(exchange, claims));
        liar.start();
        try {
            Program.Ended race =
                    race("--hub", "http://127.0.0.1:" + liar.getAddress().getPort());
            assertThat(race.exit()).isEqualTo(1);
            assertThat(race.out()).contains("winners 20", "doubles 100", "stale replies accepted 80");
        } finally {
            liar.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, AtomicInteger claims) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String body = switch (path) {
            case "/api/session" -> "{\"token\":\"t\"}";
            case "/api/conversations" ->
                "{\"conversations\":[{\"conversation\":{\"id\":5,\"open\":true,\"traffic\":{\"lastInbound\":6}}}]}";
            default -> "{\"upTo\":9,\"claim\":" + claims.incrementAndGet() + "}";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatCannotRaceIsSaidInOneSentence() {
        assertThat(race("--hub", "http://127.0.0.1:1").exit()).isEqualTo(2);
        assertThat(race().exit()).isEqualTo(2);
        assertThat(folder.resolve("race.txt"))
                .content()
                .contains("does not answer", "--hub is missing")
                .doesNotContain("\tat ");
    }
}
