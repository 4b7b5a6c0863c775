// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of damaged deliveries with a right signature, good ones among them, against a hub with little memory: 200 for
 * what is a JSON object and never for what is none, and every body that was answered 200 is kept.
 */
@Tag("faults")
@Execution(ExecutionMode.CONCURRENT)
final class MutatedBodiesTest {

    private static final int BODIES = Integer.getInteger("faults.bodies", 2_000);
    private static final long SEED = Long.getLong("faults.seed", 7);
    private static final int SENDERS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void noBodyBreaksTheHubAndNoneThatWasTakenIsLost() throws Exception {
        Mutant mutant = Mutant.of(Path.of("src/test/resources/whatsapp"), SEED);
        assertThat(mutant.examples()).isGreaterThan(10);
        Map<String, String> environment = new HashMap<>(HubProcess.SECRETS);
        environment.put("BATON_GRAPH_URL", "http://127.0.0.1:1");
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx192m");
        Program hub = Program.start(
                folder.resolve("log.txt"), environment, "hub", "--port", "0", "--data", folder.toString());
        Outside door = new Outside(hub.address());
        Load signer = new Load(List.of(door), SEED);
        sendAll(mutant, signer, door);
        door.signIn("admin", HubProcess.PASSWORD);
        Books books = new Books();
        books.read(door);
        for (int i = 0; i < BODIES; i += 20) {
            assertThat(books.inbound()).containsEntry("wamid.good." + i, 1);
        }
        door.get("/api/reconciliation?days=31")
                .body()
                .path("days")
                .forEach(day -> assertThat(day.path("missing").asInt())
                        .as(day.toString())
                        .isZero());
        hub.close();
        assertThat(rawBodies()).as("raw bodies kept").isEqualTo(taken.get());
        assertThat(Program.run(folder.resolve("log.txt"), Map.of(), "tools", "check", "--data", folder.toString()))
                .isEqualTo(new Program.Ended(0, "equal"));
        FaultReport.add(Map.of(
                "world",
                "bodies",
                "seed",
                SEED,
                "round",
                0,
                "bodies",
                BODIES,
                "answered",
                taken.get(),
                "inJournal",
                books.inbound().size(),
                "onPhones",
                0,
                "uncertain",
                0));
    }

    private void sendAll(Mutant mutant, Load signer, Outside door) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            IntStream.range(0, SENDERS)
                    .forEach(sender -> senders.add(threads.submit(() -> {
                        for (int i = sender; i < BODIES; i += SENDERS) {
                            send(i % 20 == 0 ? good(i) : mutant.body(i), i, signer, door);
                        }
                    })));
            for (Future<?> sender : senders) {
                sender.get();
            }
        }
    }

    private static byte[] good(int i) {
        return Bodies.texts("4915200" + i % 50, List.of("wamid.good." + i), 1_780_315_200L + i, false);
    }

    private void send(byte[] body, int number, Load signer, Outside door) {
        int status = signer.post(door, body);
        assertThat(status)
                .as("body %d of seed %d", number, SEED)
                .isIn(isObject(body) ? List.of(200) : couldBeRead(body) ? List.of(200, 400) : List.of(400));
        if (status == 200) {
            taken.incrementAndGet();
        }
    }

    private static boolean isObject(byte[] body) {
        try {
            return JSON.readTree(body).isObject();
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /** The hub reads what is an object but for odd bytes or signs: better kept than refused. */
    private static boolean couldBeRead(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip().startsWith("{");
    }

    /** Counted in the file itself, by nobody of ours. */
    private int rawBodies() throws SQLException {
        int count = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("hub"));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'RAW\\_2%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(DISTINCT id) FROM " + table)) {
                    row.next();
                    count += row.getInt(1);
                }
            }
        }
        return count;
    }
}
