// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.NumberId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ReplayDoorTest {
    private static final NumberId OLD = new NumberId("1111");
    private static final NumberId NEW = new NumberId(OpenDoor.NUMBER);

    @TempDir
    private Path folder;

    @Test
    void aNumberNobodyToldBatonOfIsSetAsideAndReplayedOnceItIsKnown() {
        String delivery;
        try (OpenDoor before = new OpenDoor(folder, Set.of(OLD))) {
            String admin = before.token("admin");
            assertThat(before.deliver(before.message("wamid.A", "anybody there?"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(before.deliver(before.message("wamid.A", "anybody there?"))
                            .statusCode())
                    .isEqualTo(200);
            JsonNode board = OpenDoor.json(before.get("/api/reconciliation", admin));
            assertThat(counts(board)).isEqualTo("received 2 shown 0 doubled 1 aside 1 missing 0");
            assertThat(board.path("setAside").path(0).path("reason").asString()).isEqualTo("UNKNOWN_NUMBER");
            delivery = board.path("setAside").path(0).path("delivery").asString();
        }
        try (OpenDoor after = new OpenDoor(folder, Set.of(OLD, NEW))) {
            String admin = after.token("admin");
            assertThat(replay(after, admin, "r1", delivery).body()).contains("\"result\":\"ACCEPTED\"");
            assertThat(replay(after, admin, "r2", delivery).body()).contains("\"result\":\"DOUBLED\"");
            JsonNode board = OpenDoor.json(after.get("/api/reconciliation", admin));
            assertThat(counts(board)).isEqualTo("received 2 shown 1 doubled 1 aside 0 missing 0");
            assertThat(after.get("/api/conversations", admin).body()).contains("anybody there?");
        }
    }

    /** A status is no message: it is not counted as received, and so not as set aside. */
    @Test
    void aStatusForANumberNobodyToldBatonOfUpsetsNoCount() {
        try (OpenDoor hub = new OpenDoor(folder, Set.of(OLD))) {
            String status = Bodies.status("wamid.X", "sent", hub.clock.instant(), "");
            assertThat(hub.deliver(hub.message("wamid.A", "hello")).statusCode())
                    .isEqualTo(200);
            assertThat(hub.deliver(status).statusCode()).isEqualTo(200);
            JsonNode board = OpenDoor.json(hub.get("/api/reconciliation", hub.token("admin")));
            assertThat(board.path("setAside")).hasSize(2);
            assertThat(counts(board)).isEqualTo("received 1 shown 0 doubled 0 aside 1 missing 0");
        }
    }

    @Test
    void theBoardSaysHowMuchIsSetAsideInAllAndListsTheNewest() {
        try (OpenDoor hub = new OpenDoor(folder, Set.of(OLD))) {
            for (int i = 0; i < 101; i++) {
                hub.deliver(hub.message("wamid." + i, "hello"));
            }
            JsonNode board = OpenDoor.json(hub.get("/api/reconciliation", hub.token("admin")));
            assertThat(board.path("setAside")).hasSize(100);
            assertThat(board.path("setAsideTotal").asInt()).isEqualTo(101);
        }
    }

    @Test
    void theBoardTellsWhoPutAnEntryAwayAndWhyButAnalystsNotWhy() {
        try (OpenDoor hub = new OpenDoor(folder, Set.of(OLD))) {
            String admin = hub.token("admin");
            hub.deliver(hub.message("wamid.A", "cheap watches"));
            JsonNode before = OpenDoor.json(hub.get("/api/reconciliation", admin));
            String entry = before.path("setAside").path(0).path("id").asString();
            String command = "{\"id\":\"p%s\",\"kind\":\"putAway\",\"entry\":" + entry + ",\"why\":\"%s\"}";
            assertThat(hub.post("/api/commands", admin, command.formatted(1, " "))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(hub.post("/api/commands", admin, command.formatted(2, "spam"))
                            .body())
                    .contains("PUT_AWAY");
            JsonNode board = OpenDoor.json(hub.get("/api/reconciliation", admin));
            assertThat(board.path("setAside")).isEmpty();
            assertThat(counts(board)).isEqualTo("received 1 shown 0 doubled 0 aside 1 missing 0");
            assertThat(board.path("days").path(0).path("putAway").asInt()).isEqualTo(1);
            JsonNode away = board.path("putAway").path(0).path("putAway");
            assertThat(away.path("by").asString()).isEqualTo("admin");
            assertThat(away.path("why").asString()).isEqualTo("spam");
            assertThat(hub.get("/api/reconciliation", hub.token("ana")).body()).doesNotContain("spam");
        }
    }

    @Test
    void onlyAdminsReplayAndOnlyWhatIsKept() {
        try (OpenDoor hub = new OpenDoor(folder, Set.of(NEW))) {
            assertThat(replay(hub, hub.token("mina"), "r1", "20261122-1").statusCode())
                    .isEqualTo(409);
            assertThat(replay(hub, hub.token("admin"), "r1", "20261122-1").body())
                    .contains("NO_SUCH_DELIVERY");
        }
    }

    private static HttpResponse<String> replay(OpenDoor hub, String token, String id, String delivery) {
        return hub.post(
                "/api/commands",
                token,
                "{\"id\":\"" + id + "\",\"kind\":\"replay\",\"delivery\":\"" + delivery + "\"}");
    }

    private static String counts(JsonNode board) {
        JsonNode day = board.path("days").path(0);
        return "received %d shown %d doubled %d aside %d missing %d"
                .formatted(
                        day.path("received").asInt(),
                        day.path("shown").asInt(),
                        day.path("doubled").asInt(),
                        day.path("setAside").asInt(),
                        day.path("missing").asInt());
    }
}
