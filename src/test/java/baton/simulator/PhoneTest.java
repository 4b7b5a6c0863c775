// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a phone shows, through the control door. */
final class PhoneTest {
    private static List<String> texts(JsonNode thread) {
        return thread.valueStream().map(bubble -> Json.text(bubble, "text")).toList();
    }

    @Test
    void aPhoneShowsTheThreadInOrderWithQuotesReactionsAndTicks() {
        try (var stage = new Stage()) {
            String asked = Json.text(stage.say(Stage.PHONE, "one").json(), "id");
            stage.send("'context':{'message_id':'" + asked + "'},'text':{'body':'two'}");
            stage.until(() -> stage.phone(Stage.PHONE).size() == 2);
            stage.say(Stage.PHONE, "three");
            stage.control("customers/" + Stage.PHONE + "/react", "{\"emoji\":\"🙏\"}");
            stage.send("'type':'reaction','reaction':{'message_id':'" + asked + "','emoji':'👍'}");
            stage.until(() -> stage.phone(Stage.PHONE).path(0).path("reactions").size() == 1
                    && stage.phone(Stage.PHONE).path(1).path("read").asBoolean());
            JsonNode thread = stage.phone(Stage.PHONE);
            assertThat(texts(thread)).containsExactly("one", "two", "three");
            assertThat(Json.text(thread.path(1), "from")).isEqualTo("business");
            assertThat(Json.text(thread.path(1), "quoted")).isEqualTo(asked);
            assertThat(Json.text(thread.path(1).path("reactions").path(0), "emoji"))
                    .isEqualTo("🙏");
            assertThat(Json.text(thread.path(0).path("reactions").path(0), "from"))
                    .isEqualTo("business");
        }
    }

    @Test
    void aReadMarkTicksTheMessageAndAllBeforeIt() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "one");
            String second = Json.text(stage.say(Stage.PHONE, "two").json(), "id");
            stage.say(Stage.PHONE, "three");
            var reply = stage.graph("{'messaging_product':'whatsapp','status':'read','message_id':'" + second
                    + "','typing_indicator':{'type':'text'}}");
            assertThat(reply.body()).isEqualTo("{\"success\":true}");
            assertThat(stage.phone(Stage.PHONE)
                            .valueStream()
                            .map(bubble -> bubble.path("read").asBoolean()))
                    .containsExactly(true, true, false);
            assertThat(stage.get("/simulator/phones")
                            .json()
                            .path(0)
                            .path("seesTyping")
                            .asBoolean())
                    .isTrue();
            assertThat(stage.graph("{'messaging_product':'whatsapp','status':'read','message_id':'wamid.none'}")
                            .errorCode())
                    .isEqualTo(131009);
        }
    }

    @Test
    void aPhoneThatIsOffGetsItsMessagesInOrderWhenItIsOnAgain() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            stage.control("customers/" + Stage.PHONE + "/off", "");
            String first = stage.sendText("a").wamid();
            stage.until(() -> stage.hub.statuses(first).contains("sent"));
            String second = stage.sendText("b").wamid();
            stage.until(() -> stage.hub.statuses(second).contains("sent"));
            stage.until(() -> stage.get("/simulator/phones/" + Stage.PHONE + "?all=true")
                            .json()
                            .size()
                    == 3);
            assertThat(texts(stage.phone(Stage.PHONE))).containsExactly("hello");
            stage.control("customers/" + Stage.PHONE + "/on", "");
            stage.until(() -> stage.hub.statuses(second).contains("read"));
            assertThat(texts(stage.phone(Stage.PHONE))).containsExactly("hello", "a", "b");
        }
    }

    @Test
    void readReceiptsCanBeOff() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            stage.control("customers/" + Stage.PHONE + "/receipts", "{\"on\":false}");
            String quiet = stage.sendText("a").wamid();
            stage.until(() -> stage.hub.statuses(quiet).contains("delivered"));
            stage.control("customers/" + Stage.PHONE + "/receipts", "{\"on\":true}");
            stage.clock.move(Duration.ofMinutes(1));
            String loud = stage.sendText("b").wamid();
            stage.until(() -> stage.hub.statuses(loud).contains("read"));
            assertThat(stage.hub.statuses(quiet)).startsWith("sent", "delivered");
        }
    }

    @Test
    void buttonsListsAndQuickRepliesCanBeTapped() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hello");
            String tap = "customers/" + Stage.PHONE + "/tap";
            assertThat(stage.control(tap, "{}").status()).isEqualTo(409);
            stage.send(
                    "'type':'interactive','interactive':{'type':'button','body':{'text':'b'},'action':{'buttons':"
                        + "[{'type':'reply','reply':{'id':'y','title':'Yes'}},{'type':'reply','reply':{'id':'n','title':'No'}}]}}");
            stage.until(() -> stage.control(tap, "{\"button\":\"no\"}").status() == 200);
            stage.send("'type':'template','template':{'name':'we_miss_you','language':{'code':'es'},'components':"
                + "[{'type':'body','parameters':[{'type':'text','text':'Ana'}]},{'type':'button','sub_type':'quick_reply',"
                + "'index':'0','parameters':[{'type':'payload','payload':'NEWS'}]}]}");
            stage.until(() -> stage.control(tap, "{\"button\":\"NEWS\"}").status() == 200);
            stage.until(() -> stage.hub.items("messages").size() == 3);
            JsonNode reply = stage.hub.items("messages").get(1).path("interactive");
            assertThat(Json.text(reply.path("button_reply"), "id")).isEqualTo("n");
            JsonNode button = stage.hub.items("messages").get(2).path("button");
            assertThat(Json.text(button, "payload")).isEqualTo("NEWS");
            assertThat(Json.text(button, "text")).isEqualTo("Ver novedades");
        }
    }

    @Test
    void anyMessageJsonCanBeSaid() {
        try (var stage = new Stage()) {
            stage.control("customers/+" + Stage.PHONE + "/say", """
                {"type":"unsupported","payload":{"type":"poll_creation"},"name":"Ida","secondsAgo":3600,
                 "extra":{"errors":[{"code":131051,"title":"Message type unknown"}]}}
                """);
            stage.until(() -> !stage.hub.items("messages").isEmpty());
            JsonNode message = stage.hub.items("messages").getFirst();
            assertThat(Json.text(message, "type")).isEqualTo("unsupported");
            assertThat(message.path("errors").path(0).path("code").asInt()).isEqualTo(131051);
            assertThat(Long.parseLong(Json.text(message, "timestamp"))).isLessThan(HandClock.START.getEpochSecond());
            assertThat(stage.control("customers/nobody/say", "{\"text\":\"x\"}").status())
                    .isEqualTo(400);
            assertThat(stage.control("customers/447700900341/say", "{}").status())
                    .isEqualTo(400);
        }
    }
}
