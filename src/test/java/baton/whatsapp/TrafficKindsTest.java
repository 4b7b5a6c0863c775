// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Payloads.BSUID;
import static baton.whatsapp.Payloads.NUMBER;
import static baton.whatsapp.Payloads.PHONE;
import static baton.whatsapp.Payloads.message;
import static baton.whatsapp.Payloads.value;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Content;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Tick;
import baton.domain.Wamid;
import baton.whatsapp.Report.AccountReport;
import baton.whatsapp.Report.ChangeReport;
import baton.whatsapp.Report.EchoReport;
import baton.whatsapp.Report.ErrorReport;
import baton.whatsapp.Report.IdentityChanged;
import baton.whatsapp.Report.MarketingReport;
import baton.whatsapp.Report.MessageReport;
import baton.whatsapp.Report.StatusReport;
import baton.whatsapp.Report.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Echoes, standby, history, calls, statuses, system messages and preferences, as far as the description tells them in words. */
final class TrafficKindsTest {
    private static final Sender BY_PHONE = new Sender(List.of(PHONE), Optional.empty(), Optional.empty());

    @Test
    void aColleagueOnThePhoneEditsDeletesAndReacts() {
        Delivery delivery = value("smb_message_echoes", """
            "message_echoes": [
             {"from": "442079460157", "to": "447700900341", "id": "wamid.1", "type": "edit", "timestamp": "1780315200",
              "edit": {"original_message_id": "wamid.O", "message": {"type": "text", "text": {"body": "new"}}}},
             {"from": "442079460157", "to_user_id": "GB.7fQ2mZ0xVt41Kd", "id": "wamid.2", "type": "revoke", "revoke": {"original_message_id": "wamid.O"}},
             {"from": "442079460157", "to": "447700900341", "id": "wamid.3", "type": "reaction", "reaction": {"message_id": "wamid.O", "emoji": "👍"}}]\
            """);
        assertThat(delivery.reports()).hasSize(3).allSatisfy(report -> {
            assertThat(((ChangeReport) report).target()).isEqualTo(new Wamid("wamid.O"));
            assertThat(((ChangeReport) report).sender()).isPresent();
        });
        assertThat(((ChangeReport) delivery.reports().get(1))
                        .sender()
                        .orElseThrow()
                        .identities())
                .containsExactly(BSUID);
        assertThat(((Change.Reaction) ((ChangeReport) delivery.reports().get(2)).change()).by())
                .isEqualTo(new Author.PhoneApp());
        assertThat(delivery.messageEntries()).containsExactly(Map.entry(NUMBER, 3));
    }

    @Test
    void anEchoToNobodyIsSetAside() {
        assertThat(value("smb_message_echoes", """
            "message_echoes": [{"from": "442079460157", "id": "wamid.1", "type": "text", "text": {"body": "x"}}]\
            """).reports())
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class, report -> assertThat(report.reason()).isEqualTo(SetAside.NO_SENDER));
    }

    @Test
    void standbyCarriesTheCustomerTheAgentOfMetaAndReceipts() {
        Delivery delivery = value("standby", """
            "contacts": [{"wa_id": "447700900341", "profile": {"name": "Marit"}}],
            "messages": [{"from": "447700900341", "id": "wamid.1", "type": "text", "text": {"body": "Hello"}},
                         {"from": "442079460157", "to": "447700900341", "id": "wamid.2", "type": "text", "text": {"body": "Mixed in"}}],
            "message_echoes": [{"from": "442079460157", "to": "447700900341", "id": "wamid.3", "type": "text", "text": {"body": "Hi, I am an AI"}}],
            "statuses": [{"id": "wamid.3", "status": "delivered", "timestamp": "1780315200", "recipient_id": "447700900341"}]\
            """);
        assertThat(delivery.reports())
                .satisfiesExactly(
                        first -> assertThat(((MessageReport) first).message().way())
                                .isEqualTo(Inbound.Way.STANDBY),
                        second -> assertThat(((EchoReport) second).author()).isEqualTo(new Author.MetaAgent()),
                        third -> {
                            assertThat(((EchoReport) third).author()).isEqualTo(new Author.MetaAgent());
                            assertThat(((EchoReport) third).message().way()).isEqualTo(Inbound.Way.STANDBY);
                            assertThat(((EchoReport) third).customer().name()).contains("Marit");
                        },
                        fourth -> assertThat(fourth).isInstanceOf(StatusReport.class));
        assertThat(delivery.messageEntries()).containsExactly(Map.entry(NUMBER, 3));
    }

    @Test
    void historyTellsBothSidesOfEveryThread() {
        Delivery delivery = value("history", """
            "history": [
             {"metadata": {"phase": 1, "chunk_order": 2, "progress": 55}, "threads": [{"id": "447700900341", "messages": [
              {"from": "447700900341", "id": "wamid.1", "timestamp": "1770315200", "type": "text", "text": {"body": "old"}, "history_context": {"status": "READ"}},
              {"from": "442079460157", "to": "447700900341", "id": "wamid.2", "timestamp": "1770315201", "type": "media_placeholder", "history_context": {"status": "SENT"}}]}]},
             {"metadata": {"phase": 2, "progress": 100}},
             {"errors": [{"code": 2593109, "title": "Declined"}]}],
            "messages": [{"from": "442079460157", "to": "447700900341", "id": "wamid.2", "type": "image", "image": {"id": "914400718820033"}}]\
            """);
        assertThat(delivery.reports())
                .satisfiesExactly(
                        late -> assertThat(((EchoReport) late).message().content())
                                .isInstanceOf(Content.Media.class),
                        theirs -> {
                            assertThat(((MessageReport) theirs).sender()).isEqualTo(BY_PHONE);
                            assertThat(((MessageReport) theirs).message().way()).isEqualTo(Inbound.Way.HISTORY);
                        },
                        ours -> {
                            assertThat(((EchoReport) ours).author()).isEqualTo(new Author.PhoneApp());
                            assertThat(((EchoReport) ours).customer()).isEqualTo(BY_PHONE);
                        },
                        progress -> assertThat(((AccountReport) progress).facts())
                                .containsEntry("metadata.progress", "100"),
                        declined -> assertThat(
                                        ((ErrorReport) declined).failure().code())
                                .isEqualTo(2593109));
        assertThat(delivery.messageEntries()).containsExactly(Map.entry(NUMBER, 3));
    }

    @Test
    void aCallIsAMessageWithItsEndApart() {
        Delivery delivery = value("calls", """
            "calls": [{"id": "wacid.A", "from": "447700900341", "event": "connect", "timestamp": "1780315200", "direction": "USER_INITIATED", "session": {"sdp": "v=0"}},
                      {"id": "wacid.A", "from": "447700900341", "event": "terminate", "timestamp": "1780315260", "direction": "USER_INITIATED", "status": "FAILED"},
                      {"id": "wacid.B", "from": "442079460157", "to": "447700900341", "event": "connect", "direction": "BUSINESS_INITIATED"},
                      {"from": "447700900341", "event": "connect"}],
            "statuses": [{"id": "wacid.B", "type": "call", "status": "RINGING"}]\
            """);
        assertThat(delivery.reports())
                .satisfiesExactly(
                        connect -> {
                            assertThat(((MessageReport) connect).message().wamid())
                                    .isEqualTo(new Wamid("wacid.A"));
                            assertThat(((MessageReport) connect).message().content())
                                    .isEqualTo(new Content.Call("wacid.A", "connect", Optional.empty()));
                        },
                        end -> {
                            assertThat(((MessageReport) end).message().wamid())
                                    .isEqualTo(new Wamid("wacid.A:terminate"));
                            assertThat(((MessageReport) end).message().content())
                                    .isEqualTo(new Content.Call("wacid.A", "terminate", Optional.of("FAILED")));
                        },
                        nameless -> assertThat(nameless).isInstanceOf(Unreadable.class),
                        byUs -> assertThat(((AccountReport) byUs).field()).isEqualTo("calls"),
                        ringing -> assertThat(((AccountReport) ringing).facts()).containsEntry("status", "RINGING"));
        assertThat(delivery.messageEntries()).containsExactly(Map.entry(NUMBER, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parent_recipient_user_id", "recipient_parent_user_id", "parent_user_id"})
    void theParentOfARecipientIsReadInAllItsSpellings(String name) {
        StatusReport report = status("\"status\": \"SENT\", \"" + name + "\": \"GB.ENT.9a0LmB73rYq2\"");
        assertThat(report.status().tick()).isEqualTo(Tick.SENT);
        assertThat(report.recipient().orElseThrow().identities())
                .containsExactly(new Identity(Identity.Kind.PARENT_BSUID, "GB.ENT.9a0LmB73rYq2"));
    }

    @Test
    void aStatusOfAGroupNamesItsParticipant() {
        StatusReport report = status("\"status\": \"read\", \"recipient_type\": \"group\", \"recipient_id\": \"Y2Fw\","
                + " \"recipient_participant_id\": \"447700900341\", \"recipient_participant_user_id\": \"GB.7f\"");
        assertThat(report.recipient().orElseThrow().identities())
                .containsExactly(new Identity(Identity.Kind.GROUP, "Y2Fw"));
        assertThat(report.status().participant()).contains("GB.7f");
    }

    @Test
    void aStatusMayNameNobodyAndAnUnknownOneIsSetAside() {
        assertThat(status("\"status\": \"failed\", \"errors\": []").recipient()).isEmpty();
        assertThat(value(
                                "messages",
                                "\"statuses\": [{\"id\": \"wamid.O\", \"status\": \"teleported\"}, {\"status\":"
                                        + " \"sent\"}]")
                        .reports())
                .hasSize(2)
                .allSatisfy(report -> assertThat(((Unreadable) report).reason()).isEqualTo(SetAside.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"customer_changed_number\", \"new_wa_id\": \"447700900788\", \"body\": \"x\" | \"from\":"
                        + " \"447700900341\",",
                "\"type\": \"user_changed_number\", \"wa_id\": \"447700900788\", \"customer\": \"447700900341\" | ''",
                "\"type\": \"user_changed_number\", \"body\": \"User A from B to C changed from 447700900341 to"
                        + " 447700900788.\" | ''",
                "\"new_wa_id\": \"+44 7700 900788\" | \"from\": \"447700900341\","
            })
    void aChangedNumberIsReadInEverySpelling(String system, String entry) {
        var changed = (IdentityChanged) system(system, entry);
        assertThat(changed.from()).containsExactly(PHONE);
        assertThat(changed.to()).containsExactly(Identity.phone("447700900788"));
    }

    @Test
    void aChangedUserIdMayStandInTheSentenceOnly() {
        var changed = (IdentityChanged) system(
                "\"type\": \"user_changed_user_id\", \"body\": \"User Marit changed from GB.old1 to GB.new2\"",
                "\"from\": \"447700900341\",");
        assertThat(changed.from()).containsExactly(Identity.bsuid("GB.old1"), PHONE);
        assertThat(changed.to()).containsExactly(Identity.bsuid("GB.new2"));
    }

    @Test
    void aChangeThatDoesNotSayToWhatIsANotice() {
        assertThat(system("\"type\": \"user_changed_number\", \"body\": \"changed\"", "\"from\": \"447700900341\","))
                .isInstanceOfSatisfying(
                        MessageReport.class,
                        report -> assertThat(report.message().content())
                                .isEqualTo(new Content.Notice("user_changed_number", "changed")));
        assertThat(system("\"type\": \"user_changed_number\"", "")).isInstanceOf(Unreadable.class);
    }

    @Test
    void aNoticeMayNameItsCustomerWithinItself() {
        assertThat(system("\"type\": \"customer_identity_changed\", \"wa_id\": \"447700900341\", \"body\": \"b\"", ""))
                .isInstanceOfSatisfying(
                        MessageReport.class,
                        report -> assertThat(report.sender()).isEqualTo(BY_PHONE));
    }

    @Test
    void theWithdrawnFieldOfUserIdsIsReadIfItComes() {
        Delivery delivery = value("user_id_update", """
            "user_id_update": [{"wa_id": "447700900341", "user_id": {"previous": "GB.old1", "current": "GB.new2"}, "timestamp": 1780315200, "detail": "d"},
                               {"user_id": {"current": "GB.new2"}}]\
            """);
        assertThat(delivery.reports().getFirst()).isInstanceOfSatisfying(IdentityChanged.class, changed -> {
            assertThat(changed.own()).isEqualTo(new Wamid("user_id_update:GB.old1,447700900341>GB.new2"));
            assertThat(changed.to()).containsExactly(Identity.bsuid("GB.new2"));
        });
        assertThat(delivery.reports().getLast()).isInstanceOf(Unreadable.class);
    }

    @Test
    void preferencesSayWhoWantsOffers() {
        Delivery delivery = value("user_preferences", """
            "contacts": [{"wa_id": "447700900341", "user_id": "GB.7fQ2mZ0xVt41Kd", "profile": {"name": "Marit"}}],
            "user_preferences": [{"wa_id": "447700900341", "category": "marketing_messages", "value": "stop", "timestamp": 1780315200},
                                 {"user_id": "GB.7fQ2mZ0xVt41Kd", "category": "marketing_messages", "value": "RESUME"},
                                 {"wa_id": "447700900341", "value": "perhaps"}]\
            """);
        Sender marit = new Sender(List.of(BSUID, PHONE), Optional.of("Marit"), Optional.empty());
        assertThat(delivery.reports())
                .satisfiesExactly(
                        stop -> assertThat(stop)
                                .isEqualTo(new MarketingReport(marit, false, Instant.ofEpochSecond(1780315200))),
                        resume -> assertThat(resume).isEqualTo(new MarketingReport(marit, true, WebhookCodec.NO_TIME)),
                        odd -> assertThat(odd).isInstanceOf(Unreadable.class));
    }

    @Test
    void errorsComeBesideMessages() {
        assertThat(value(
                                "messages",
                                "\"errors\": [{\"code\": \"131000\", \"message\": \"m\"}], \"messages\": [{\"from\":"
                                        + " \"447700900341\", \"id\": \"wamid.T\", \"type\": \"interactive\"}]")
                        .reports())
                .satisfiesExactly(
                        kept -> assertThat(((MessageReport) kept).message().content())
                                .isInstanceOf(Content.Unknown.class),
                        error -> assertThat(((ErrorReport) error).failure().code())
                                .isEqualTo(131000));
    }

    private static StatusReport status(String properties) {
        return (StatusReport) value("messages", "\"statuses\": [{\"id\": \"wamid.O\", " + properties + "}]")
                .reports()
                .getFirst();
    }

    private static Report system(String system, String entry) {
        return message("{" + entry
                        + "\"id\": \"wamid.T\", \"timestamp\": \"1780315200\", \"type\": \"system\", \"system\": {"
                        + system + "}}")
                .reports()
                .getFirst();
    }
}
