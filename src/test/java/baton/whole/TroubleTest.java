// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.run.Secret;
import baton.whatsapp.Signature;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A disk that fills up, a database that goes away: the right answer at the door, and nothing that was accepted is lost. */
class TroubleTest {

    private static final Map<String, String> SECRETS = Map.of(
            "BATON_APP_SECRET", "app-secret-of-the-test",
            "BATON_VERIFY_TOKEN", "verify-me",
            "BATON_ACCESS_TOKEN", "EAAG-access-token-of-the-test",
            "BATON_PHONE_NUMBER_ID", "771940260085512",
            "BATON_ADMIN_PASSWORD", "correct horse battery",
            "BATON_GRAPH_URL", "http://127.0.0.1:1");

    @TempDir
    Path folder;

    private final Signature signature = new Signature(new Secret("app-secret-of-the-test"));
    private final Random chance = new Random(7);

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aDiskThatFillsUpIsToldToMetaAndLosesNothingThatWasAccepted() {
        Path log = folder.resolve("log.txt");
        String data = folder.resolve("data").toString();
        List<String> accepted = new ArrayList<>();
        Program full = Program.startOnSmallDisk(log, 2_048, SECRETS, "hub", "--port", "0", "--data", data);
        Outside meta = new Outside(full.address());
        int refused = 0;
        for (int i = 0; i < 120 && refused == 0; i++) {
            String wamid = "wamid.FULL" + i;
            int status = deliver(meta, wamid, noise(30_000));
            if (status == 200) {
                accepted.add(wamid);
            } else {
                assertThat(status).isEqualTo(503);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(1);
        full.kill();

        try (Program roomy = Program.start(log, SECRETS, "hub", "--port", "0", "--data", data)) {
            assertThat(wamids(new Outside(roomy.address()))).containsAll(accepted);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aDatabaseThatGoesAwayIsToldAndComesBackWithoutARestart() throws IOException {
        Path data = folder.resolve("postgres");
        EmbeddedPostgres first = postgres(0, data);
        int port = first.getPort();
        String url = first.getJdbcUrl("postgres", "postgres");
        Path log = folder.resolve("log.txt");
        Program hub = Program.start(log, SECRETS, "hub", "--port", "0", "--data", folder.toString(), "--db", url);
        Outside meta = new Outside(hub.address());
        assertThat(deliver(meta, "wamid.BEFORE", "before")).isEqualTo(200);
        first.close();
        assertThat(deliver(meta, "wamid.AWAY", "while it is away")).isEqualTo(503);
        assertThat(meta.get("/readyz").status()).isEqualTo(503);
        assertThat(meta.get("/healthz").status()).isEqualTo(200);

        try (EmbeddedPostgres second = postgres(port, data);
                hub) {
            assertThat(second.getPort()).isEqualTo(port);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> meta.get("/readyz").status() == 200);
            assertThat(deliver(meta, "wamid.AWAY", "while it is away")).isEqualTo(200);
            assertThat(wamids(meta)).contains("wamid.BEFORE", "wamid.AWAY");
        }
    }

    /** Whoever ends a hub because its database is gone must not wait for the database. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aHubWhoseDatabaseIsGoneEndsWithinSeconds() throws IOException {
        EmbeddedPostgres postgres = postgres(0, folder.resolve("postgres"));
        Program hub = Program.start(
                folder.resolve("log.txt"),
                SECRETS,
                "hub",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--db",
                postgres.getJdbcUrl("postgres", "postgres"));
        postgres.close();
        Outside meta = new Outside(hub.address());
        assertThat(meta.get("/readyz").status()).isEqualTo(503);
        long begun = System.nanoTime();
        hub.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatIsMissingOrNotThereIsSaidInOneSentenceEach() {
        Path log = folder.resolve("log.txt");
        Map<String, String> some = new HashMap<>(SECRETS);
        some.put("BATON_APP_SECRET", "");
        assertThat(Program.run(log, some, "hub", "--port", "0", "--data", folder.toString())
                        .exit())
                .isEqualTo(2);
        String nowhere = "jdbc:postgresql://127.0.0.1:1/nowhere?user=a&password=secret-of-the-url";
        assertThat(Program.run(log, SECRETS, "hub", "--port", "0", "--data", folder.toString(), "--db", nowhere)
                        .exit())
                .isEqualTo(2);
        assertThat(log).content().contains("App secret").contains("The database cannot be opened");
        assertThat(log).content().doesNotContain("secret-of-the-url").doesNotContain("\tat ");
    }

    private static EmbeddedPostgres postgres(int port, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private int deliver(Outside meta, String wamid, String text) {
        byte[] body = """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"771940260085512"},
            "contacts":[{"profile":{"name":"Bo"},"wa_id":"491701234567"}],
            "messages":[{"from":"491701234567","id":"%s","timestamp":"1780315200","type":"text","text":{"body":"%s"}}]}}]}]}
            """.formatted(wamid, text).getBytes(StandardCharsets.UTF_8);
        return meta.postBytes("/webhooks/whatsapp", body, Map.of("X-Hub-Signature-256", signature.header(body)));
    }

    /** Text that no compressor makes smaller. */
    private String noise(int length) {
        StringBuilder text = new StringBuilder(length);
        chance.ints(length, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    private static List<String> wamids(Outside hub) {
        hub.signIn("admin", SECRETS.get("BATON_ADMIN_PASSWORD"));
        long conversation = hub.get("/api/conversations?view=all")
                .body()
                .path("conversations")
                .path(0)
                .path("conversation")
                .path("id")
                .asLong();
        return StreamSupport.stream(
                        hub.get("/api/conversations/" + conversation + "/messages?limit=200")
                                .body()
                                .path("messages")
                                .spliterator(),
                        false)
                .map(message -> message.path("wamid").asString())
                .toList();
    }
}
