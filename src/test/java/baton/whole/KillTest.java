// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * Hub and stand-in for Meta as two processes; the hub is killed while answers leave. Whatever was accepted is there
 * afterwards, and every phone shows every answer once (SPEC.md R1).
 */
class KillTest {

    private static final int CUSTOMERS = 6;
    private static final List<String> OUT = List.of("DELIVERED", "READ");
    private static final List<String> SETTLED = List.of("DELIVERED", "READ", "UNCERTAIN");
    private static final Map<String, String> SECRETS = Map.of(
            "BATON_APP_SECRET", "app-secret-of-the-test",
            "BATON_VERIFY_TOKEN", "verify-me",
            "BATON_ACCESS_TOKEN", "EAAG-access-token-of-the-test",
            "BATON_PHONE_NUMBER_ID", "771940260085512",
            "BATON_ADMIN_PASSWORD", "correct horse battery");

    @TempDir
    Path folder;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatWasAcceptedSurvivesAKillOnTheEmbeddedStore() throws IOException {
        Path data = folder.resolve("data");
        killInTheMiddle(List.of("--data", data.toString()), List.of("--data", data.toString()));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatWasAcceptedSurvivesAKillOnPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            killInTheMiddle(List.of("--data", folder.resolve("data").toString(), "--db", url), List.of("--db", url));
        }
    }

    private void killInTheMiddle(List<String> where, List<String> whatToCheck) throws IOException {
        Path log = folder.resolve("log.txt");
        int port = freePort();
        try (Program simulator = Program.start(
                log, SECRETS, "simulator", "--port", "0", "--hub", "http://127.0.0.1:" + port, "--customers", "0")) {
            Outside meta = new Outside(simulator.address());
            Program first = hub(log, where, port, simulator);
            Outside desk = new Outside(first.address());
            desk.signIn("admin", SECRETS.get("BATON_ADMIN_PASSWORD"));
            customersWrite(meta);
            List<Map<String, Object>> replies = claimAll(desk);
            sendSome(desk, replies.subList(0, replies.size() / 2));
            first.kill();

            Program second = hub(log, where, port, simulator);
            try (second) {
                Outside again = new Outside(second.address());
                again.signIn("admin", SECRETS.get("BATON_ADMIN_PASSWORD"));
                sendSome(again, replies);
                allStand(again, SETTLED);
                sendAgainWhatNeverLeft(meta, again);
                allStand(again, OUT);
                phonesShowEveryAnswerOnce(meta, again);
            }
            assertThat(Program.run(log, SECRETS, withTool(whatToCheck))).isEqualTo(new Program.Ended(0, "equal"));
        }
    }

    private static Program hub(Path log, List<String> where, int port, Program simulator) {
        List<String> words = new ArrayList<>(List.of("hub", "--port", String.valueOf(port)));
        words.addAll(where);
        Map<String, String> environment = new HashMap<>(SECRETS);
        environment.put("BATON_GRAPH_URL", simulator.address());
        return Program.start(log, environment, words.toArray(String[]::new));
    }

    private static String[] withTool(List<String> where) {
        List<String> words = new ArrayList<>(List.of("tools", "check"));
        words.addAll(where);
        return words.toArray(String[]::new);
    }

    private static void customersWrite(Outside meta) {
        for (int i = 0; i < CUSTOMERS; i++) {
            Outside.Answer said =
                    meta.post("/simulator/customers/" + phone(i) + "/say", Map.of("text", "question " + i));
            assertThat(said.status()).isEqualTo(200);
        }
    }

    private static String phone(int customer) {
        return "44770090034" + customer;
    }

    /** Claims everything; gives a reply for each, with an id of its own, so that it can be sent again after the kill. */
    private static List<Map<String, Object>> claimAll(Outside desk) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.get("/api/conversations?view=all")
                                .body()
                                .path("conversations")
                                .size()
                        == CUSTOMERS);
        List<Map<String, Object>> replies = new ArrayList<>();
        for (JsonNode row : desk.get("/api/conversations?view=all").body().path("conversations")) {
            JsonNode conversation = row.path("conversation");
            long id = conversation.path("id").asLong();
            Outside.Answer claim =
                    desk.post("/api/commands", Map.of("id", "claim-" + id, "kind", "claim", "conversation", id));
            assertThat(claim.status()).isEqualTo(200);
            replies.add(Map.of(
                    "id",
                    "reply-" + id,
                    "kind",
                    "reply",
                    "conversation",
                    id,
                    "claim",
                    claim.body().path("claim").asLong(),
                    "seen",
                    conversation.path("traffic").path("lastInbound").asLong(),
                    "text",
                    "answer " + id));
        }
        return replies;
    }

    private static void sendSome(Outside desk, List<Map<String, Object>> replies) {
        replies.forEach(
                reply -> assertThat(desk.post("/api/commands", reply).status()).isEqualTo(200));
    }

    /**
     * A call that was cut off before it reached Meta stays uncertain: nothing can prove that it did not go out, so a person
     * looks and decides. What did go out has been proved by its statuses, which Meta repeats until they are taken.
     */
    private static void sendAgainWhatNeverLeft(Outside meta, Outside desk) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meta.get("/simulator/state")
                                .body()
                                .path("webhooksWaiting")
                                .asInt()
                        == 0);
        List<String> shown = shown(meta);
        uncertain(desk).forEach(message -> {
            assertThat(shown)
                    .doesNotContain(message.path("content").path("body").asString());
            long id = message.path("id").asLong();
            assertThat(desk.post(
                                    "/api/commands",
                                    Map.of(
                                            "id",
                                            "settle-" + id,
                                            "kind",
                                            "settle",
                                            "message",
                                            id,
                                            "settlement",
                                            "SEND_AGAIN"))
                            .status())
                    .isEqualTo(200);
        });
    }

    private static List<JsonNode> uncertain(Outside desk) {
        return conversations(desk)
                .boxed()
                .flatMap(id -> messages(desk, id))
                .filter(message ->
                        message.path("sending").path("state").asString().equals("UNCERTAIN"))
                .toList();
    }

    private static void allStand(Outside desk, List<String> where) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(sendings(desk)).hasSize(CUSTOMERS).isSubsetOf(where));
    }

    private static List<String> sendings(Outside desk) {
        return conversations(desk).boxed().flatMap(id -> sendings(desk, id)).toList();
    }

    private static LongStream conversations(Outside desk) {
        return StreamSupport.stream(
                        desk.get("/api/conversations?view=all")
                                .body()
                                .path("conversations")
                                .spliterator(),
                        false)
                .mapToLong(row -> row.path("conversation").path("id").asLong());
    }

    private static Stream<String> sendings(Outside desk, long conversation) {
        return messages(desk, conversation)
                .map(message -> message.path("sending").path("state").asString());
    }

    private static Stream<JsonNode> messages(Outside desk, long conversation) {
        JsonNode messages = desk.get("/api/conversations/" + conversation + "/messages")
                .body()
                .path("messages");
        return StreamSupport.stream(messages.spliterator(), false).filter(message -> message.has("sending"));
    }

    private static void phonesShowEveryAnswerOnce(Outside meta, Outside desk) {
        List<String> written =
                conversations(desk).mapToObj(id -> "answer " + id).sorted().toList();
        assertThat(shown(meta)).isEqualTo(written);
    }

    /** What the business wrote on all phones together. */
    private static List<String> shown(Outside meta) {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> meta.get("/simulator/phones/" + phone(i)).body())
                .flatMap(phone -> StreamSupport.stream(phone.spliterator(), false))
                .filter(message -> message.path("from").asString().equals("business"))
                .map(message -> message.path("text").asString())
                .sorted()
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
