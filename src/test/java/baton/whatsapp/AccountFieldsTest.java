// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Payloads.NUMBER;
import static baton.whatsapp.Payloads.change;
import static baton.whatsapp.Payloads.value;
import static org.assertj.core.api.Assertions.assertThat;

import baton.whatsapp.Report.AccountReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every account-level field of WHATSAPP.md 1.6 gives its facts by name. */
final class AccountFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message_template_status_update |"
                        + " {\"event\":\"PAUSED\",\"other_info\":{\"title\":\"FIRST_PAUSE\"},\"reason\":null} |"
                        + " other_info.title=FIRST_PAUSE",
                "message_template_status_update |"
                        + " {\"event\":\"DISABLED\",\"disable_info\":{\"disable_date\":1780315200}} |"
                        + " disable_info.disable_date=1780315200",
                "message_template_quality_update |"
                    + " {\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"RED\"} | new_quality_score=RED",
                "message_template_components_update |"
                        + " {\"message_template_buttons\":[{\"message_template_button_text\":\"Go\"}]} |"
                        + " message_template_buttons.0.message_template_button_text=Go",
                "template_category_update | {\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\"} |"
                        + " correct_category=MARKETING",
                "phone_number_quality_update |"
                    + " {\"display_phone_number\":\"442079460157\",\"event\":\"THROUGHPUT_UPGRADE\",\"max_daily_conversations_per_business\":\"TIER_2K\"}"
                    + " | max_daily_conversations_per_business=TIER_2K",
                "phone_number_name_update |"
                        + " {\"decision\":\"REJECTED\",\"rejection_reason\":\"NAME_FORMAT_UNACCEPTABLE\"} |"
                        + " decision=REJECTED",
                "account_review_update | {\"decision\":\"APPROVED\"} | decision=APPROVED",
                "account_alerts | {\"entity_type\":\"WABA\",\"alert_info\":{\"alert_severity\":\"CRITICAL\"}} |"
                        + " alert_info.alert_severity=CRITICAL",
                "business_capability_update | {\"max_daily_conversations_per_business\":-1} |"
                        + " max_daily_conversations_per_business=-1",
                "business_username_update | {\"username\":\"repairs\",\"status\":\"approved\"} | status=approved",
                "security | {\"event\":\"PIN_CHANGED\",\"requester\":\"77\"} | event=PIN_CHANGED",
                "account_update |"
                    + " {\"event\":\"ACCOUNT_RESTRICTION\",\"restriction_info\":[{\"restriction_type\":\"RESTRICTED_BIZ_INITIATED_MESSAGING\",\"expiration\":1780315200}]}"
                    + " | restriction_info.0.expiration=1780315200",
                "account_update | {\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"DISABLE\"}} |"
                        + " ban_info.waba_ban_state=DISABLE",
                "account_update | {\"phone_number\":\"442079460157\"} | phone_number=442079460157",
                "messaging_handovers | {\"anything\":{\"control\":true}} | anything.control=true",
                "never_heard_of | {\"a\":{\"b\":[1.50]}} | a.b.0=1.50"
            })
    void theFieldGivesItsFacts(String field, String value, String fact) {
        AccountReport report = only(change(field, value));
        assertThat(report.field()).isEqualTo(field);
        assertThat(report.facts()).containsEntry(fact.split("=")[0], fact.split("=")[1]);
        assertThat(report.facts()).containsEntry("entry.id", "881200450013377").doesNotContainKey("reason");
        assertThat(report.raw()).isEqualTo(value);
    }

    @Test
    void groupFieldsNameOurNumber() {
        AccountReport report = only(value("group_participants_update", """
            "groups": [{"group_id": "Y2Fw", "type": "group_participants_add", "added_participants": [{"wa_id": "447700900341"}]}]\
            """));
        assertThat(report.number()).contains(NUMBER);
        assertThat(report.facts()).containsEntry("groups.0.added_participants.0.wa_id", "447700900341");
    }

    @Test
    void aKnownFieldThatHoldsNothingKnownIsKept() {
        assertThat(only(value("messages", "\"brand_new\": [{\"id\": 1}]")).facts())
                .containsEntry("brand_new.0.id", "1");
        assertThat(only(change("calls", "{}")).field()).isEqualTo("calls");
        assertThat(only(change("user_preferences", "{\"odd\": 1}")).facts()).containsEntry("odd", "1");
    }

    @Test
    void factsAreBoundedAndTheValueIsWhole() {
        String many = "{\"text\": \"" + "x".repeat(5000) + "\", \"list\": [" + "1,".repeat(5000) + "1]}";
        AccountReport report = only(change("account_update", many));
        assertThat(report.facts()).hasSizeLessThanOrEqualTo(256);
        assertThat(report.facts().get("text")).hasSize(1024);
        assertThat(report.raw()).hasSizeGreaterThan(15_000);
    }

    private static AccountReport only(Delivery delivery) {
        assertThat(delivery.reports()).hasSize(1);
        assertThat(delivery.messageEntries()).isEmpty();
        return (AccountReport) delivery.reports().getFirst();
    }
}
