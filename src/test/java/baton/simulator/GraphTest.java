// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Graph API through its door: answers, errors, statuses. */
final class GraphTest {
    @Test
    void anAcceptedMessageIsAnsweredShownAndReportedWithItsPriceAndOurData() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            var reply = stage.send("'biz_opaque_callback_data':'outbox:1','type':'text','text':{'body':'Hi'}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(Json.text(reply.json().path("contacts").path(0), "wa_id"))
                    .isEqualTo(Stage.PHONE);
            stage.until(() -> stage.hub.statuses(reply.wamid()).size() == 3);
            assertThat(stage.hub.statuses(reply.wamid())).containsExactly("sent", "delivered", "read");
            var statuses = stage.hub.items("statuses");
            assertThat(statuses)
                    .allMatch(status ->
                            Json.text(status, "biz_opaque_callback_data").equals("outbox:1"));
            assertThat(statuses)
                    .extracting(status -> Json.text(status.path("pricing"), "type"))
                    .containsExactly("free_customer_service", "free_customer_service", "");
        }
    }

    @Test
    void outsideTheWindowTextFailsAfterThe200AndATemplateGoes() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            stage.clock.move(Duration.ofHours(24));
            String text = stage.sendText("too late").wamid();
            String template = stage.send(
                            "'type':'template','template':{'name':'hello_world','language':{'code':'en_US'}}")
                    .wamid();
            stage.until(() -> stage.hub.statuses(text).contains("failed")
                    && stage.hub.statuses(template).contains("delivered"));
            assertThat(errorOf(stage, text)).isEqualTo(131047);
            assertThat(stage.phone(Stage.PHONE).size()).isEqualTo(2);
        }
    }

    @Test
    void whoBlockedTheBusinessOrIsNotOnWhatsAppGetsNothing() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            stage.control("customers/" + Stage.PHONE + "/block", "");
            String blocked = stage.sendText("psst").wamid();
            String nobody = stage.graph(
                            "{'messaging_product':'whatsapp','to':'+447700000000','type':'text','text':{'body':'x'}}")
                    .wamid();
            stage.until(() -> stage.hub.statuses(nobody).contains("failed")
                    && stage.hub.statuses(blocked).contains("failed"));
            assertThat(errorOf(stage, blocked)).isEqualTo(131026);
            assertThat(errorOf(stage, nobody)).isEqualTo(131026);
        }
    }

    private static int errorOf(Stage stage, String wamid) {
        return stage.hub.items("statuses").stream()
                .filter(status -> Json.text(status, "id").equals(wamid) && status.has("errors"))
                .map(status -> status.path("errors").path(0).path("code").asInt())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPersonMayBeSent45MessagesAtOnceAndThenOneInSixSeconds() {
        var rates = new Rates(HandClock.START);
        Instant now = HandClock.START;
        assertThat(IntStream.range(0, 45).allMatch(i -> rates.take("a", now).isEmpty()))
                .isTrue();
        assertThat(rates.take("a", now).map(GraphError::code)).contains(131056);
        assertThat(rates.take("b", now)).isEmpty();
        assertThat(rates.take("a", now.plusSeconds(6))).isEmpty();
        assertThat(rates.take("a", now.plusSeconds(7)).map(GraphError::code)).contains(131056);
    }

    @Test
    void theNumberTakes80MessagesASecond() {
        var rates = new Rates(HandClock.START);
        Instant now = HandClock.START;
        IntStream.range(0, 80).forEach(i -> assertThat(rates.take("p" + i, now)).isEmpty());
        assertThat(rates.take("x", now).map(GraphError::code)).contains(130429);
        assertThat(rates.take("x", now.plusMillis(13))).isEmpty();
    }

    @Test
    void wrongTokensNumbersAndPathsGetGraphErrors() {
        try (var stage = new Stage(
                settings -> settings.withCredentials(new Credentials("k3y", "verify-me", Optional.of("made-up"))))) {
            var wrongToken =
                    stage.call(stage.request("/v25.0/771940260085512?x").setHeader("Authorization", "Bearer no"));
            assertThat(wrongToken.status()).isEqualTo(401);
            assertThat(wrongToken.errorCode()).isEqualTo(190);
            var unknownNumber = stage.post("/v25.0/1234/messages", "{}");
            assertThat(unknownNumber.errorCode()).isEqualTo(100);
            assertThat(unknownNumber.json().path("error").path("error_subcode").asInt())
                    .isEqualTo(33);
            assertThat(stage.get("/v25.0/1234/nothing/here").errorCode()).isEqualTo(2500);
            assertThat(stage.graph("not json").errorCode()).isEqualTo(100);
            assertThat(stage.sendText("x").http().headers().firstValue("X-App-Usage"))
                    .isPresent();
            assertThat(Json.text(wrongToken.json().path("error"), "fbtrace_id")).startsWith("A");
        }
    }

    @Test
    void theBusinessCannotWriteToItself() {
        try (var stage = new Stage()) {
            var reply = stage.graph(
                    "{'messaging_product':'whatsapp','to':'+44 20 7946 0157','type':'text','text':{'body':'x'}}");
            assertThat(reply.errorCode()).isEqualTo(131021);
        }
    }

    @Test
    void aUserIdReachesSomebodyWhosePhoneNumberIsHidden() {
        try (var stage = new Stage()) {
            stage.control(
                    "customers/" + Stage.PHONE + "/say",
                    "{\"text\":\"hi\",\"bsuid\":\"GB.abc123\",\"username\":\"marit.o\",\"hidePhone\":true}");
            var reply = stage.graph(
                    "{'messaging_product':'whatsapp','recipient':'GB.abc123','type':'text','text':{'body':'x'}}");
            assertThat(Json.text(reply.json().path("contacts").path(0), "user_id"))
                    .isEqualTo("GB.abc123");
            stage.until(() -> stage.hub.statuses(reply.wamid()).size() == 3);
            JsonNode inbound = stage.hub.items("messages").getFirst();
            assertThat(inbound.has("from")).isFalse();
            assertThat(stage.hub.items("statuses")).noneMatch(status -> status.has("recipient_id"));
        }
    }

    @Test
    void bareDigitsOfAStrangerGetTheBusinesssCountryCode() {
        try (var stage = new Stage()) {
            var reply =
                    stage.graph("{'messaging_product':'whatsapp','to':'7700900999','type':'text','text':{'body':'x'}}");
            assertThat(Json.text(reply.json().path("contacts").path(0), "wa_id"))
                    .isEqualTo("447700900999");
            assertThat(stage.state().path("sentWithoutPlus").asInt()).isEqualTo(1);
        }
    }

    @Test
    void brazilsNinthDigitFindsTheSamePhone() {
        try (var stage = new Stage()) {
            stage.say("553190001234", "oi");
            var reply = stage.graph(
                    "{'messaging_product':'whatsapp','to':'+5531990001234','type':'text','text':{'body':'x'}}");
            assertThat(Json.text(reply.json().path("contacts").path(0), "wa_id"))
                    .isEqualTo("553190001234");
        }
    }

    @Test
    void theManagementSideKnowsTokenNumberAndTemplates() {
        try (var stage = new Stage()) {
            assertThat(stage.get("/v25.0/debug_token?input_token=abc")
                            .json()
                            .path("data")
                            .path("is_valid")
                            .asBoolean())
                    .isTrue();
            assertThat(stage.get("/v25.0/771940260085512?fields=status,throughput")
                            .body())
                    .contains("CONNECTED");
            assertThat(stage.get("/v25.0/771940260085512?fields=shoe_size").errorCode())
                    .isEqualTo(100);
            assertThat(stage.get("/v25.0/881200450013377/phone_numbers").body()).contains("771940260085512");
            assertThat(stage.get("/v25.0/881200450013377/message_templates?name=hello_world")
                            .json()
                            .path("data")
                            .size())
                    .isEqualTo(1);
        }
    }
}
