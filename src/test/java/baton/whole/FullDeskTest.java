// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose disk is full for a while: it says so, loses no word that was typed, and goes on when there is room again. */
final class FullDeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void whatIsTypedOnAFullDiskIsKeptAndGoesOnWithoutARestart() {
        Path log = folder.resolve("log.txt");
        int port = HubProcess.freePort();
        try (Program meta = Program.start(
                log,
                HubProcess.SECRETS,
                "simulator",
                "--port",
                "0",
                "--hub",
                "http://127.0.0.1:" + port,
                "--customers",
                "0")) {
            List<String> where = List.of("--data", folder.resolve("hub").toString());
            HubProcess place = new HubProcess(log, port, where, meta.address());
            try (Program _ = place.start()) {
                addMina(new Outside(place.address()));
                Outside phones = new Outside(meta.address());
                phones.post("/simulator/customers/447700900340/say", Map.of("text", "hello"));
                DeskProcess desk = new DeskProcess(log, folder.resolve("desk"), place.address());
                desk.start();
                try {
                    workOnAFullDisk(desk, phones);
                } finally {
                    desk.end();
                }
            }
        }
    }

    private static void addMina(Outside door) {
        door.signIn("admin", HubProcess.PASSWORD);
        Map<String, String> mina = Map.of(
                "id", "mina", "kind", "addPerson", "person", "mina", "role", "AGENT", "password", HubProcess.PASSWORD);
        assertThat(door.post("/api/commands", mina).status()).isEqualTo(200);
    }

    private static void workOnAFullDisk(DeskProcess desk, Outside phones) {
        await("the customer").atMost(PATIENCE).until(() -> desk.lines("row").count() > 0);
        long conversation =
                desk.lines("row").findFirst().orElseThrow().path("conversation").asLong();
        desk.claim(conversation);
        desk.fillDisk();
        desk.type("reply " + conversation + " written on a full disk");
        await("the answer").atMost(PATIENCE).until(() -> desk.answers("reply").contains("NotKept"));
        desk.type("draft " + conversation + " half a sentence");
        await("the sentence in place").atMost(PATIENCE).until(() -> desk.link().contains("DISK"));
        assertThat(desk.draftOf(conversation)).isEqualTo("half a sentence");
        phones.post("/simulator/customers/447700900340/say", Map.of("text", "are you there"));

        desk.makeRoom();
        await("the link").atMost(PATIENCE).until(() -> desk.link().contains("Online"));
        await("what came meanwhile")
                .atMost(PATIENCE)
                .until(() -> desk.lines("row")
                        .anyMatch(row -> row.path("last").asString("").equals("are you there")));
        desk.type("reply " + conversation + " sent with room");
        await("the reply").atMost(PATIENCE).until(() -> desk.answers("reply").contains("Done"));
        desk.kill();
        desk.start();
        assertThat(desk.draftOf(conversation)).isEqualTo("half a sentence");
    }
}
