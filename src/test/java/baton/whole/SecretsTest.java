// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.run.Secret;
import baton.whatsapp.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hub, stand-in, desk and doctor log on a bad day holds no token, no secret, no password, and nothing anybody wrote (SPEC.md R3). */
final class SecretsTest {

    private static final String QUESTION = "my card is 4711-0815";
    private static final String ANSWER = "please never send your card";
    private static final String DRAFT = "what was typed and never sent";

    @TempDir
    private Path folder;

    @Test
    void noSecretAndNoTextStandsInALog() throws IOException {
        Path log = folder.resolve("log.txt");
        int port = HubProcess.freePort();
        String token;
        try (Program simulator = simulator(log, port);
                Program hub = new HubProcess(
                                log,
                                port,
                                List.of("--data", folder.resolve("data").toString()),
                                simulator.address())
                        .start()) {
            Outside meta = new Outside(simulator.address());
            Outside door = new Outside(hub.address());
            token = door.signIn("admin", HubProcess.PASSWORD);
            aDeskThatIsCutOff(log, meta, door, hub.address());
            examined(log, simulator.address(), Map.of());
            examined(
                    log,
                    simulator.address(),
                    Map.of("BATON_ACCESS_TOKEN", "EAAG-wrong", "BATON_APP_SECRET", "app-wrong"));
            aBadDay(meta, door);
        }

        String logged = Files.readString(log);
        assertThat(logged).isNotBlank();
        assertThat(logged).doesNotContain(HubProcess.SECRETS.values());
        assertThat(logged)
                .doesNotContain(token, QUESTION, ANSWER, DRAFT, "4711", "wrong-password", "verify-wrong", "Bearer ");
        assertThat(logged).doesNotContain("EAAG-wrong", "app-wrong");
    }

    /** A desk with everything on its disk, with a draft and a reply, that is killed and comes back. */
    private void aDeskThatIsCutOff(Path log, Outside meta, Outside admin, String hub) {
        admin.post(
                "/api/commands",
                Map.of(
                        "id",
                        "mina",
                        "kind",
                        "addPerson",
                        "person",
                        "mina",
                        "role",
                        "AGENT",
                        "password",
                        HubProcess.PASSWORD));
        meta.post("/simulator/customers/447700900600/say", Map.of("text", QUESTION));
        long conversation = Books.conversationWith(admin, "447700900600");
        DeskProcess desk = new DeskProcess(log, folder.resolve("desk"), hub);
        try {
            desk.start();
            desk.claim(conversation);
            desk.type("draft " + conversation + " " + DRAFT);
            assertThat(desk.draftOf(conversation)).isEqualTo(DRAFT);
            desk.type("reply " + conversation + " " + ANSWER);
            await().atMost(Duration.ofSeconds(30)).until(() -> desk.kept().contains(ANSWER));
            desk.kill();
            desk.start();
        } finally {
            desk.end();
        }
    }

    /** What a doctor says is for the eyes of whoever knows the secrets, and is shown to others who help. */
    private static void examined(Path log, String graph, Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(HubProcess.SECRETS);
        settings.put("BATON_GRAPH_URL", graph);
        settings.putAll(other);
        Program.Ended doctor = Program.run(log, settings, "doctor");
        assertThat(doctor.out()).contains("token").doesNotContain(settings.get("BATON_ACCESS_TOKEN"));
        assertThat(doctor.out())
                .doesNotContain(
                        settings.get("BATON_APP_SECRET"),
                        settings.get("BATON_VERIFY_TOKEN"),
                        settings.get("BATON_ADMIN_PASSWORD"));
    }

    private static Program simulator(Path log, int port) {
        return Program.start(
                log,
                HubProcess.SECRETS,
                "simulator",
                "--port",
                "0",
                "--hub",
                "http://127.0.0.1:" + port,
                "--customers",
                "0");
    }

    /** Good calls, wrong ones, and a Graph API that fails in every way it can. */
    private static void aBadDay(Outside meta, Outside desk) {
        desk.post("/api/session", Map.of("name", "admin", "password", "wrong-password"));
        desk.get("/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=verify-wrong&hub.challenge=1");
        byte[] broken = ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
                        + "\"value\":{\"messages\":[{\"text\":{\"body\":\"" + QUESTION + "\"}}]}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
        Signature signature = new Signature(new Secret(HubProcess.APP_SECRET));
        desk.postBytes("/webhooks/whatsapp", broken, Map.of("X-Hub-Signature-256", signature.header(broken)));
        desk.postBytes("/webhooks/whatsapp", broken, Map.of("X-Hub-Signature-256", "sha256=" + "0".repeat(64)));
        // The token last: with a broken one the number rests, and so it would after being throttled.
        List<String> faults = List.of("cut", "html500", "error", "token");
        for (int i = 0; i < faults.size(); i++) {
            String phone = "44770090050" + i;
            meta.post("/simulator/customers/" + phone + "/say", Map.of("text", QUESTION));
            long conversation = Books.conversationWith(desk, phone);
            meta.post("/simulator/faults", Map.of("fault", faults.get(i), "calls", 1));
            Books.claimAndReply(desk, conversation, ANSWER);
            int happened = i + 1;
            await("the fault " + faults.get(i))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> meta.get("/simulator/state")
                                    .body()
                                    .path("faultsHappened")
                                    .asInt()
                            >= happened);
            meta.post("/simulator/faults", Map.of("fault", "none"));
        }
    }
}
