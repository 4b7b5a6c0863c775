// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the simulator calls the hub: handshake, retries, order, raw deliveries. */
final class WebhookTest {
    @Test
    void aDeliveryIsRepeatedUntilTheHubAnswers200() {
        try (var stage = new Stage()) {
            stage.hub.answerNext(500, 302, 401);
            stage.say(Stage.PHONE, "hello");
            stage.until(() -> stage.hub.texts().size() == 1);
            assertThat(stage.hub.deliveries)
                    .extracting(FakeHub.Delivery::answered)
                    .containsExactly(500, 302, 401, 200);
            assertThat(stage.hub.deliveries)
                    .extracting(FakeHub.Delivery::body)
                    .containsOnly(stage.hub.deliveries.getFirst().body());
            stage.until(() -> stage.state().path("webhooksWaiting").asInt() == 0);
            assertThat(stage.state().path("webhooksRetried").asInt()).isEqualTo(3);
        }
    }

    @Test
    void theGapsBetweenTriesGrow() {
        var start = HandClock.START;
        Parcel parcel = new Parcel(Optional.empty(), Bytes.of(new byte[0]), start, start, 0, 0);
        var gaps = new ArrayList<Duration>();
        for (int i = 0; i < 8; i++) {
            parcel = parcel.triedAt(start);
            gaps.add(Duration.between(start, parcel.due()));
        }
        assertThat(gaps).isSorted().startsWith(Duration.ZERO).endsWith(Duration.ofSeconds(30));
        assertThat(parcel.hopeless(start.plus(Duration.ofHours(35)))).isFalse();
        assertThat(parcel.hopeless(start.plus(Duration.ofHours(37)))).isTrue();
    }

    @Test
    void inCalmWeatherOneCustomersMessagesStayInOrderAlsoThroughFailures() {
        try (var stage = new Stage()) {
            stage.hub.answerNext(500, 500);
            IntStream.range(0, 20).forEach(i -> stage.say(Stage.PHONE, "m" + i));
            stage.until(() -> stage.hub.texts().size() == 20);
            assertThat(stage.hub.texts())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
        }
    }

    @Test
    void aHubThatIsAwayGetsEverythingWhenItReturns() {
        try (var stage = new Stage()) {
            stage.control("hub", "{\"url\":\"http://127.0.0.1:1\"}");
            stage.say(Stage.PHONE, "kept");
            stage.until(() -> stage.state().path("webhooksRetried").asInt() > 1);
            stage.control("hub", "{\"url\":\"" + stage.hub.address() + "\"}");
            stage.until(() -> stage.hub.texts().contains("kept"));
        }
    }

    @Test
    void theHandshakeReportsWhatTheHubSaid() {
        try (var stage = new Stage()) {
            assertThat(stage.control("handshake", "").json().path("good").asBoolean())
                    .isTrue();
            assertThat(stage.simulator.handshake()).isTrue();
        }
    }

    @Test
    void aRawBodyIsDeliveredOnceAsItIs() {
        try (var stage = new Stage()) {
            stage.hub.answerNext(400);
            var reply = stage.control("deliver", "no json at all");
            assertThat(reply.json().path("status").asInt()).isEqualTo(400);
            stage.control("deliver?signature=wrong", "x");
            stage.control("deliver?signature=none", "x");
            assertThat(stage.hub.deliveries)
                    .extracting(FakeHub.Delivery::body)
                    .containsExactly("no json at all", "x", "x");
            assertThat(stage.hub.deliveries.get(1).signature()).endsWith("000");
            assertThat(stage.hub.deliveries.get(2).signature()).isEmpty();
        }
    }

    @Test
    void withoutASubscriptionNothingIsDelivered() {
        try (var stage = new Stage()) {
            stage.call(stage.request("/v25.0/881200450013377/subscribed_apps").DELETE());
            stage.say(Stage.PHONE, "lost");
            assertThat(stage.post("/v25.0/881200450013377/subscribed_apps", "").body())
                    .contains("true");
            stage.say(Stage.PHONE, "found");
            stage.until(() -> !stage.hub.texts().isEmpty());
            assertThat(stage.hub.texts()).containsExactly("found");
        }
    }
}
