// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private static final String TEXT =
            "{\"messaging_product\":\"whatsapp\",\"to\":\"+447700900341\",\"text\":{\"body\":\"once\"}}";

    private static HttpRequest.Builder sending(Stage stage) {
        return stage.request("/v25.0/771940260085512/messages").POST(HttpRequest.BodyPublishers.ofString(TEXT));
    }

    @Test
    void aCutConnectionLeavesNoAnswerButTheMessageWasAcceptedOnce() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            stage.control("faults", "{\"fault\":\"cut\"}");
            assertThatThrownBy(() -> stage.tryCall(sending(stage))).isInstanceOf(IOException.class);
            stage.until(() -> stage.phone(Stage.PHONE).size() == 2);
            assertThat(stage.state().path("messagesAccepted").asInt()).isEqualTo(1);
            assertThat(stage.call(sending(stage)).status()).isEqualTo(200);
        }
    }

    @Test
    void aCutBeforeAcceptingLosesTheMessage() {
        try (var stage = new Stage()) {
            stage.control("faults", "{\"fault\":\"cut\",\"accepted\":false}");
            assertThatThrownBy(() -> stage.tryCall(sending(stage))).isInstanceOf(IOException.class);
            assertThat(stage.state().path("messagesAccepted").asInt()).isZero();
        }
    }

    @Test
    void errorsPagesAndThrottlesComeForAsManyCallsAsOrdered() {
        try (var stage = new Stage()) {
            stage.control("faults", "{\"fault\":\"error\",\"code\":131016,\"calls\":2}");
            stage.control("faults", "{\"fault\":\"html500\"}");
            stage.control("faults", "{\"fault\":\"throttle\"}");
            var first = stage.call(sending(stage));
            assertThat(first.status()).isEqualTo(500);
            assertThat(first.errorCode()).isEqualTo(131016);
            assertThat(stage.call(sending(stage)).errorCode()).isEqualTo(131016);
            assertThat(stage.call(sending(stage)).body()).contains("<html>");
            assertThat(stage.call(sending(stage)).errorCode()).isEqualTo(130429);
            assertThat(stage.call(sending(stage)).status()).isEqualTo(200);
            assertThat(stage.state().path("faultsHappened").asInt()).isEqualTo(4);
        }
    }

    @Test
    void aLieTakesTheMessageAndSaysSomethingElse() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            stage.control("faults", "{\"fault\":\"lie\"}");
            stage.control("faults", "{\"fault\":\"lie\",\"id\":\"wamid.of.another\"}");
            stage.control("faults", "{\"fault\":\"error\",\"code\":131016,\"accepted\":true}");
            stage.control("faults", "{\"fault\":\"lie\",\"accepted\":false}");
            assertThat(stage.call(sending(stage)).body()).doesNotContain("wamid");
            assertThat(stage.call(sending(stage)).body()).contains("wamid.of.another");
            assertThat(stage.call(sending(stage)).errorCode()).isEqualTo(131016);
            assertThat(stage.call(sending(stage)).status()).isEqualTo(200);
            assertThat(stage.state().path("messagesAccepted").asInt()).isEqualTo(3);
        }
    }

    @Test
    void anInvalidTokenHitsEveryCallUntilCleared() {
        try (var stage = new Stage()) {
            stage.control("faults", "{\"fault\":\"token\"}");
            assertThat(stage.get("/v25.0/771940260085512").status()).isEqualTo(401);
            assertThat(stage.call(sending(stage)).errorCode()).isEqualTo(190);
            stage.control("faults", "{\"fault\":\"none\"}");
            assertThat(stage.call(sending(stage)).status()).isEqualTo(200);
        }
    }

    @Test
    void aHangingCallIsDoneBeforeItIsAnswered() {
        try (var stage = new Stage()) {
            stage.control("faults", "{\"fault\":\"hang\",\"millis\":300}");
            long before = System.nanoTime();
            assertThat(stage.call(sending(stage)).status()).isEqualTo(200);
            assertThat(System.nanoTime() - before).isGreaterThan(290_000_000L);
        }
    }

    @Test
    void anUnknownFaultIsRefusedInASentence() {
        try (var stage = new Stage()) {
            var reply = stage.control("faults", "{\"fault\":\"earthquake\"}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("fault must be");
            assertThat(stage.control("nothing", "{}").status()).isEqualTo(404);
            assertThat(stage.control("weather", "[]").status()).isEqualTo(400);
        }
    }
}
