// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The silence alarm and the board through the door, over weeks of a hand-moved clock. */
final class SilenceDoorTest {
    private static final String GAUGE = "baton_inbound_silence{number=\"" + OpenDoor.NUMBER + "\"}";

    @TempDir
    private Path folder;

    @Test
    void aNumberThatFallsSilentIsToldByApiAndMetricsAndNoNumberAtNight() {
        try (OpenDoor hub = new OpenDoor(folder)) {
            assertThat(silence(hub).path("state").asString()).isEqualTo("NOT_ENOUGH_HISTORY");
            for (int day = 0; day < 22; day++) {
                rush(hub, day);
                hub.clock.pass(Duration.ofHours(24));
            }
            hub.clock.pass(Duration.ofHours(-12));
            assertThat(silence(hub).path("state").asString())
                    .as("at two in the night")
                    .isEqualTo("USUAL");
            assertThat(hub.metric(GAUGE)).isZero();
            hub.clock.pass(Duration.ofHours(13));
            Instant last = hub.clock.instant().minus(Duration.ofHours(25));
            JsonNode silent = silence(hub);
            assertThat(silent.path("state").asString()).isEqualTo("SILENT");
            assertThat(Instant.parse(silent.path("last").asString())).isBetween(last, last.plusSeconds(60));
            assertThat(hub.metric(GAUGE)).isEqualTo(2);
            assertThat(hub.metric(GAUGE.replace("silence", "last_seconds"))).isBetween(89_900.0, 90_000.0);
            rush(hub, 99);
            assertThat(silence(hub).path("state").asString()).isEqualTo("USUAL");
            assertThat(hub.metric(GAUGE)).isZero();
        }
    }

    @Test
    void reasonsAreCountedAndDoublesAreNotNew() {
        try (OpenDoor hub = new OpenDoor(folder)) {
            String broken = hub.message("wamid.X", "x")
                    .replace("\"from\":\"491701234567\",", "")
                    .replace("\"wa_id\"", "\"no_id\"");
            assertThat(hub.deliver(broken).statusCode()).isEqualTo(200);
            hub.says("wamid.A", "hello");
            hub.says("wamid.A", "hello");
            JsonNode day = board(hub).path("days").path(0);
            assertThat(day.path("reasons").toString()).isEqualTo("{\"NO_SENDER\":1}");
            assertThat(day.path("missing").asInt()).isZero();
            assertThat(silence(hub).path("came").asInt()).isEqualTo(2);
        }
    }

    private static void rush(OpenDoor hub, int day) {
        IntStream.range(0, 20).forEach(i -> hub.deliver(hub.message("wamid." + day + "." + i, "hello")));
    }

    private static JsonNode silence(OpenDoor hub) {
        return board(hub).path("numbers").path(0).path("silence");
    }

    private static JsonNode board(OpenDoor hub) {
        return OpenDoor.json(hub.get("/api/reconciliation?days=31", hub.token("admin")));
    }
}
