// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WeatherTest {
    private static final int MESSAGES = 300;

    private record Posted(String body, Instant due) {}

    private static List<Posted> day(Weather weather, long seed) {
        var posted = new ArrayList<Posted>();
        var carrier = new Carrier(
                BusinessLine.invented(),
                weather,
                seed,
                (lane, body, due) -> posted.add(new Posted(new String(body.array(), StandardCharsets.US_ASCII), due)));
        Instant now = HandClock.START;
        for (int i = 0; i < MESSAGES; i++) {
            now = now.plusMillis(100);
            carrier.take(message(i, now), now);
            carrier.step(now);
        }
        carrier.step(now.plus(Duration.ofMinutes(5)));
        return posted;
    }

    private static Update message(int number, Instant now) {
        Identity owner = Identity.stranger("447700900341", 1).hiding(false, Optional.of("marit.o"));
        var item = Json.object()
                .put("from", owner.phone())
                .put("from_user_id", owner.userId())
                .put("id", "wamid." + number)
                .put("timestamp", Long.toString(now.getEpochSecond()))
                .put("type", "text");
        item.putObject("text").put("body", "m" + number);
        return new Update(
                owner.phone(), Update.Kind.MESSAGE, "wamid." + number, item, Optional.of(owner.contact(true)));
    }

    @Test
    void calmWeatherSendsEveryUpdateAloneOnceAndAtOnce() {
        List<Posted> posted = day(Weather.CALM, 7);
        assertThat(posted).hasSize(MESSAGES);
        assertThat(posted)
                .allMatch(one -> FakeHub.itemsOf(one.body(), "messages").count() == 1);
    }

    @Test
    void theSameSeedGivesTheSameBadWeather() {
        assertThat(day(Weather.ROUGH, 7)).isEqualTo(day(Weather.ROUGH, 7)).isNotEqualTo(day(Weather.ROUGH, 8));
    }

    @Test
    void whatHappensToAnUpdateFollowsFromSeedAndUpdateAlone() {
        Update update = message(1, HandClock.START);
        Forecast seven = Forecast.of(Weather.ROUGH, 7, update);
        assertThat(seven).isEqualTo(Forecast.of(Weather.ROUGH, 7, update));
        assertThat(seven).isNotEqualTo(Forecast.of(Weather.ROUGH, 8, update));
        assertThat(seven).isNotEqualTo(Forecast.of(Weather.ROUGH, 7, message(2, HandClock.START)));
    }

    @Test
    void roughWeatherLosesNothing() {
        var ids = new HashSet<String>();
        day(Weather.ROUGH, 7)
                .forEach(one ->
                        FakeHub.itemsOf(one.body(), "messages").forEach(message -> ids.add(Json.text(message, "id"))));
        assertThat(ids).hasSize(MESSAGES);
    }

    @Test
    void roughWeatherDoublesBatchesDelaysSwapsAndBends() {
        List<Posted> posted = day(Weather.ROUGH, 7);
        assertThat(posted.stream().map(Posted::body).distinct().count())
                .as("bodies sent twice")
                .isLessThan(posted.size());
        assertThat(posted)
                .as("batches")
                .anyMatch(one -> FakeHub.itemsOf(one.body(), "messages").count() > 2);
        assertThat(posted).as("late").anyMatch(one -> lateness(one) > 8);
        assertThat(posted).as("unknown properties").anyMatch(one -> one.body().contains("zz_future_property"));
        assertThat(posted).as("no user id").anyMatch(one -> !one.body().contains("user_id"));
        assertThat(posted).as("no phone number").anyMatch(one -> !one.body().contains("447700900341"));
        assertThat(posted)
                .as("somebody")
                .allMatch(one -> one.body().contains("user_id") || one.body().contains("447700900341"));
    }

    private static long lateness(Posted posted) {
        return FakeHub.itemsOf(posted.body(), "messages")
                .mapToLong(message -> posted.due().getEpochSecond() - Long.parseLong(Json.text(message, "timestamp")))
                .max()
                .orElse(0);
    }

    @Test
    void throughARealDoorRoughWeatherStillBringsEveryMessage() {
        try (var stage =
                new Stage(settings -> settings.withWeather(Weather.ROUGH).withSeed(3))) {
            for (int i = 0; i < 40; i++) {
                stage.say(Stage.PHONE, "m" + i);
            }
            stage.until(() -> new HashSet<>(stage.hub.texts()).size() == 40);
            assertThat(stage.hub.texts().size()).isGreaterThan(40);
            assertThat(stage.hub.texts())
                    .isNotEqualTo(stage.hub.texts().stream().sorted().toList());
        }
    }
}
