// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of deliveries as Meta would send them, with the few values a test cares about. */
final class Bodies {

    static final NumberId NUMBER = new NumberId("771940260085512");

    private Bodies() {}

    /** Somebody who writes: the marks Meta names them by; empty text leaves a mark out. */
    record Writer(String phone, String userId) {

        private String marks() {
            return (phone.isEmpty() ? "" : "\"from\": \"" + phone + "\", ")
                    + (userId.isEmpty() ? "" : "\"from_user_id\": \"" + userId + "\", ");
        }

        private String contact() {
            String wa = phone.isEmpty() ? "" : ", \"wa_id\": \"" + phone + "\"";
            String user = userId.isEmpty() ? "" : ", \"user_id\": \"" + userId + "\"";
            return "{\"profile\": {\"name\": \"N\"}" + wa + user + "}";
        }
    }

    static Writer anybody(int i) {
        return new Writer("4477009" + i, "GB.user" + i);
    }

    static String text(Writer writer, String wamid, Instant at, String words) {
        return from(writer, wamid, at, "\"type\": \"text\", \"text\": {\"body\": \"" + words + "\"}");
    }

    static String reaction(Writer writer, String wamid, Instant at, String target, String emoji) {
        return from(
                writer,
                wamid,
                at,
                "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"" + target + "\", \"emoji\": \"" + emoji
                        + "\"}");
    }

    static String edit(Writer writer, String wamid, Instant at, String target, String words) {
        return from(writer, wamid, at, """
            "type": "edit", "edit": {"original_message_id": "%s", "message": {"type": "text", "text": {"body": "%s"}}}\
            """.formatted(target, words));
    }

    static String revoke(Writer writer, String wamid, Instant at, String target) {
        return from(
                writer, wamid, at, "\"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"" + target + "\"}");
    }

    static String numberChanged(String from, String to, String wamid, Instant at) {
        return messages(NUMBER, "[]", List.of("""
            {"from": "%s", "id": "%s", "timestamp": "%d", "type": "system", "system":
             {"body": "changed", "wa_id": "%s", "type": "user_changed_number"}}\
            """.formatted(from, wamid, at.getEpochSecond(), to)));
    }

    /** The platform's word that somebody has another number and user id from now on. */
    static String changed(Writer before, Writer after, String wamid, Instant at) {
        return messages(NUMBER, "[]", List.of("""
            {"from": "%s", "id": "%s", "timestamp": "%d", "type": "system", "system":
             {"body": "changed", "wa_id": "%s", "type": "user_changed_number", "user_id": "%s", "previous_user_id": "%s"}}\
            """.formatted(
                        before.phone(), wamid, at.getEpochSecond(), after.phone(), after.userId(), before.userId())));
    }

    /** One message entry, without its delivery. */
    static String entry(Writer writer, String wamid, Instant at, String properties) {
        return "{" + writer.marks() + "\"id\": \"" + wamid + "\", \"timestamp\": \"" + at.getEpochSecond() + "\", "
                + properties + "}";
    }

    private static String from(Writer writer, String wamid, Instant at, String properties) {
        return messages(NUMBER, "[" + writer.contact() + "]", List.of(entry(writer, wamid, at, properties)));
    }

    static String messages(NumberId number, String contacts, List<String> entries) {
        return value(
                number,
                "\"contacts\": " + contacts + ", \"messages\": ["
                        + entries.stream().collect(Collectors.joining(", ")) + "]");
    }

    /** {@code callbackData}: empty for a message that another program sent. */
    static String status(String wamid, String status, Instant at, String callbackData) {
        String ours = callbackData.isEmpty() ? "" : ", \"biz_opaque_callback_data\": \"" + callbackData + "\"";
        return value(
                NUMBER,
                "\"statuses\": [{\"id\": \"" + wamid + "\", \"status\": \"" + status + "\", \"timestamp\": \""
                        + at.getEpochSecond() + "\", \"recipient_id\": \"447700900\"" + ours + "}]");
    }

    /** {@code choice}: stop or resume; {@code time}: a property with a comma before it, or nothing. */
    static String preference(Writer writer, String choice, String time) {
        return """
            {"object": "whatsapp_business_account", "entry": [{"id": "881200450013377", "changes": [{"field": "user_preferences",
             "value": {"messaging_product": "whatsapp", "contacts": [%s], "user_preferences":
             [{"wa_id": "%s", "category": "marketing_messages", "value": "%s"%s}]}}]}]}\
            """.formatted(writer.contact(), writer.phone(), choice, time);
    }

    private static String value(NumberId number, String properties) {
        return """
            {"object": "whatsapp_business_account", "entry": [{"id": "881200450013377", "changes": [{"field": "messages",
             "value": {"messaging_product": "whatsapp", "metadata": {"display_phone_number": "442079460157",
             "phone_number_id": "%s"}, %s}}]}]}\
            """.formatted(number.value(), properties);
    }
}
