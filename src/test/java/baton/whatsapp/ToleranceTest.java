// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Payloads.BSUID;
import static baton.whatsapp.Payloads.PHONE;
import static baton.whatsapp.Payloads.content;
import static baton.whatsapp.Payloads.message;
import static baton.whatsapp.Payloads.value;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Change;
import baton.domain.Content;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.MediaKind;
import baton.domain.Quote;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Wamid;
import baton.whatsapp.Report.ChangeReport;
import baton.whatsapp.Report.MessageReport;
import baton.whatsapp.Report.Unreadable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta writes otherwise than described is read all the same (WHATSAPP.md 0.3). */
final class ToleranceTest {

    @ParameterizedTest
    @CsvSource({
        "'\"1780315200\"', 1780315200",
        "1780315200, 1780315200",
        "1780315200123, 1780315200",
        "'\"1780315200.9\"', 1780315200",
        "'\"\"', 0",
        "null, 0",
        "-5, 0",
        "0, 0",
        "'\"soon\"', 0",
        "99999999999, 0",
        "1e400, 0",
        "1e-400, 0",
        "[], 0",
        "{}, 0",
        "9223372036854775807, 0",
        "'\"99999999999999999999999999999999\"', 0",
        "true, 0"
    })
    void timesAreReadOrHonestlyMissing(String timestamp, long second) {
        MessageReport report = only("{\"from\": \"447700900341\", \"id\": \"wamid.T\", \"timestamp\": " + timestamp
                + ", \"type\": \"text\", \"text\": {\"body\": \"x\"}}");
        assertThat(report.message().sentAt()).isEqualTo(Instant.ofEpochSecond(second));
        assertThat(second > 0 || report.message().sentAt().equals(WebhookCodec.NO_TIME))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"447700900341", "\"447700900341\"", "\"+44 7700 900-341\"", "\" (44) 7700.900341 \""})
    void aPhoneNumberIsItsDigits(String from) {
        assertThat(only("{\"from\": " + from
                                + ", \"id\": \"wamid.T\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}")
                        .sender()
                        .identities())
                .containsExactly(PHONE);
    }

    @Test
    void aUserIdIsOneWhereverItStands() {
        assertThat(only("{\"from\": \"GB.7fQ2mZ0xVt41Kd\", \"id\": \"wamid.T\", \"type\": \"text\", \"text\":"
                                + " {\"body\": \"x\"}}")
                        .sender()
                        .identities())
                .containsExactly(BSUID);
    }

    @Test
    void contactsAreMatchedByMarkNotByPosition() {
        Delivery delivery = value("messages", """
            "contacts": [{"profile": {"name": "Bo", "username": "bo.x"}, "user_id": "KR.b"},
                         {"profile": {"name": "Ann", "username": "@ann"}, "wa_id": "821000000001", "user_id": "KR.a"}],
            "messages": [{"from": "821000000001", "id": "wamid.1", "type": "text", "text": {"body": "1"}},
                         {"from_user_id": "KR.b", "id": "wamid.2", "type": "text", "text": {"body": "2"}},
                         {"from": "821000000009", "id": "wamid.3", "type": "text", "text": {"body": "3"}}]\
            """);
        assertThat(delivery.reports())
                .extracting(report -> ((MessageReport) report).sender())
                .containsExactly(
                        new Sender(
                                List.of(Identity.bsuid("KR.a"), Identity.phone("821000000001")),
                                Optional.of("Ann"),
                                Optional.of("ann")),
                        new Sender(List.of(Identity.bsuid("KR.b")), Optional.of("Bo"), Optional.of("bo.x")),
                        new Sender(List.of(Identity.phone("821000000009")), Optional.empty(), Optional.empty()));
    }

    @Test
    void aContactWithTheSameNumberButAnotherUserIdIsSomebodyElse() {
        Delivery delivery = value("messages", """
            "contacts": [{"profile": {"name": "Old owner"}, "wa_id": "447700900341", "user_id": "GB.old"}],
            "messages": [{"from": "447700900341", "from_user_id": "GB.new", "id": "wamid.1", "type": "text", "text": {"body": "1"}}]\
            """);
        assertThat(((MessageReport) delivery.reports().getFirst()).sender())
                .isEqualTo(new Sender(List.of(Identity.bsuid("GB.new"), PHONE), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"profile\": null}",
                "{\"profile\": {\"name\": \"  \", \"username\": \"@\"}}",
                "{\"profile\": []}",
                "7"
            })
    void aProfileMayBeEmptyOrMissing(String contact) {
        Delivery delivery = value(
                "messages",
                "\"contacts\": [" + contact + "], \"messages\": [{\"from\": \"447700900341\","
                        + " \"id\": \"wamid.1\", \"type\": \"text\", \"text\": {\"body\": \"1\"}}]");
        assertThat(((MessageReport) delivery.reports().getFirst()).sender())
                .isEqualTo(new Sender(List.of(PHONE), Optional.empty(), Optional.empty()));
    }

    @Test
    void longNamesAreCutAndLongTextsBounded() {
        Delivery delivery = value(
                "messages",
                "\"contacts\": [{\"wa_id\": \"447700900341\", \"profile\": {\"name\": \"" + "👍".repeat(200)
                        + "\"}}], \"messages\": [{\"from\": \"447700900341\", \"id\": \"wamid.1\", \"type\": \"text\","
                        + " \"text\": {\"body\": \"x" + "👍".repeat(50_000) + "\"}}]");
        var report = (MessageReport) delivery.reports().getFirst();
        assertThat(report.sender().name()).contains("👍".repeat(128));
        assertThat(report.message().content().words())
                .hasSize(65_535)
                .startsWith("x👍")
                .endsWith("👍");
    }

    @Test
    void whatNoDatabaseTakesIsReplaced() {
        assertThat(content("\"type\": \"text\", \"text\": {\"body\": \"a\\u0000b\\ud83dc\\udc4d 👍\"}"))
                .isEqualTo(new Content.Text("a\uFFFDb\uFFFDc\uFFFD 👍"));
        assertThat(content("\"type\": \"brand_new\", \"x\": \"\\ud83d\"").toString())
                .contains("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"emoji\": \"\",", "\"emoji\": null,", "\"emoji\": \" \","})
    void aReactionWithoutAnEmojiIsItsRemoval(String emoji) {
        var report = (ChangeReport)
                message("{\"from\": \"447700900341\", \"id\": \"wamid.T\", \"type\": \"reaction\", \"reaction\": {"
                                + emoji + "\"message_id\": \"wamid.O\"}}")
                        .reports()
                        .getFirst();
        assertThat(((Change.Reaction) report.change()).emoji()).isEmpty();
    }

    @Test
    void ordersReadNumbersHoweverTheyAreWritten() {
        assertThat(content("\"type\": \"order\", \"order\": {\"product_items\": {\"quantity\": \"2\","
                        + " \"item_price\": \"14.50\"}}"))
                .isEqualTo(new Content.Order(
                        "",
                        Optional.empty(),
                        List.of(new Content.Item("", new BigDecimal("2"), new BigDecimal("14.50"), ""))));
        assertThat(content("\"type\": \"order\", \"order\": {\"product_items\": [{\"quantity\": 1,"
                        + " \"item_price\": 1e999999}]}"))
                .isInstanceOf(Content.Unknown.class);
    }

    @Test
    void placesReadStringsAndRefuseNonsense() {
        assertThat(content("\"type\": \"location\", \"location\": {\"latitude\": \"51.5\", \"longitude\": \"-0.1\"}"))
                .isEqualTo(new Content.Location(51.5, -0.1, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(content("\"type\": \"location\", \"location\": {\"latitude\": 91, \"longitude\": 0}"))
                .isInstanceOf(Content.Unknown.class);
    }

    @Test
    void anAudioFileIsNoVoiceNoteAndAMissingMimeTypeIsNoDrama() {
        assertThat(content("\"type\": \"audio\", \"audio\": {\"id\": 914400718820035}"))
                .isEqualTo(new Content.Media(
                        MediaKind.AUDIO,
                        "914400718820035",
                        "application/octet-stream",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(((Content.Media) content("\"type\": \"audio\", \"audio\": {\"id\": \"1\", \"voice\": \"true\"}"))
                        .kind())
                .isEqualTo(MediaKind.VOICE);
    }

    @Test
    void aFileThatMetaCouldNotFetchSaysSo() {
        assertThat(content("\"type\": \"image\", \"image\": {}, \"errors\": [{\"code\": \"131052\","
                        + " \"error_data\": \"too large\"}]"))
                .isEqualTo(new Content.Unsupported(Optional.of("image"), 131052, Optional.of("too large")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"hologram\", \"hologram\": {\"x\": 1}",
                "\"type\": \"text\"",
                "\"type\": \"text\", \"text\": \"bare\"",
                "\"type\": \"text\", \"text\": {\"body\": [1]}",
                "\"type\": \"image\", \"image\": {\"caption\": \"no id\"}",
                "\"type\": \"sticker\", \"sticker\": null",
                "\"type\": \"contacts\", \"contacts\": []",
                "\"type\": \"interactive\"",
                "\"type\": \"interactive\", \"interactive\": {\"type\": \"product\", \"product\": {}}",
                "\"type\": \"interactive\", \"interactive\": {\"type\": \"nfm_reply\"}",
                "\"type\": \"button\", \"button\": {}",
                "\"type\": \"order\"",
                "\"type\": \"reaction\", \"reaction\": {}",
                "\"type\": \"revoke\"",
                "\"type\": \"edit\", \"edit\": {\"original_message_id\": \"wamid.O\"}",
                "\"text\": {\"body\": \"no type\"}"
            })
    void whatCannotBeReadIsKeptWhole(String properties) {
        assertThat(content(properties))
                .isInstanceOfSatisfying(
                        Content.Unknown.class,
                        unknown -> assertThat(unknown.raw().replace(" ", "")).contains(properties.replace(" ", "")));
    }

    @Test
    void aFormMayAnswerWithAnything() {
        assertThat(content("\"type\": \"interactive\", \"interactive\": {\"type\": \"nfm_reply\", \"nfm_reply\":"
                        + " {\"response_json\": {\"a\": [1]}}}"))
                .isEqualTo(new Content.Form("", Optional.empty(), "{\"a\":[1]}"));
    }

    @Test
    void aContextOfNothingIsNoQuoteAndAnOverlongIdIsNone() {
        assertThat(only("{\"from\": \"447700900341\", \"id\": \"wamid.T\", \"type\": \"text\", \"text\":"
                                + " {\"body\": \"x\"}, \"context\": {\"from\": \"1\"}}")
                        .message()
                        .quote())
                .isEmpty();
        assertThat(only("{\"from\": \"447700900341\", \"id\": \"wamid.T\", \"type\": \"text\", \"text\":"
                                + " {\"body\": \"x\"}, \"context\": {\"forwarded\": \"true\", \"id\": \""
                                + "w".repeat(600) + "\"}}")
                        .message()
                        .quote())
                .contains(new Quote(Optional.empty(), Quote.Forward.ONCE, Optional.empty()));
    }

    @Test
    void legacyKindsAreUnsupportedMessages() {
        assertThat(content("\"type\": \"unknown\", \"errors\": [{\"code\": 501, \"title\": \"Unknown message"
                        + " type\", \"details\": \"x\"}]"))
                .isEqualTo(new Content.Unsupported(Optional.empty(), 501, Optional.empty()));
        assertThat(content("\"type\": \"ephemeral\""))
                .isEqualTo(new Content.Unsupported(Optional.of("ephemeral"), 0, Optional.empty()));
        assertThat(content("\"type\": \"request_welcome\"")).isEqualTo(new Content.Notice("request_welcome", ""));
    }

    @Test
    void whoNobodyCanNameIsSetAside() {
        assertThat(message("{\"id\": \"wamid.T\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}")
                        .reports())
                .singleElement()
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.reason()).isEqualTo(SetAside.NO_SENDER);
                    assertThat(unreadable.wamid()).contains(new Wamid("wamid.T"));
                    assertThat(unreadable.number()).contains(Payloads.NUMBER);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\": \"447700900341\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}",
                "7",
                "\"x\"",
                "[]",
                "null"
            })
    void anEntryWithoutAnIdIsSetAside(String entry) {
        assertThat(message(entry).reports())
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(SetAside.UNREADABLE));
    }

    private static MessageReport only(String json) {
        var report = (MessageReport) message(json).reports().getFirst();
        assertThat(report.message().way()).isEqualTo(Inbound.Way.DIRECT);
        return report;
    }
}
