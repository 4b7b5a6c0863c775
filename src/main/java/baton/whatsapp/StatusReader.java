// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Change;
import baton.domain.NumberId;
import baton.domain.Pricing;
import baton.domain.SetAside;
import baton.domain.Tick;
import baton.domain.Wamid;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** One entry of {@code statuses[]} (WHATSAPP.md 3). */
final class StatusReader {
    private StatusReader() {}

    static Report read(Frame frame, Fields json) {
        Optional<Wamid> wamid = json.id("id").map(Wamid::new);
        Optional<Tick> tick = json.label("status").flatMap(StatusReader::tick);
        if (wamid.isEmpty() || tick.isEmpty()) {
            String why = wamid.isEmpty() ? "a status without a message id" : "a status of an unknown kind";
            return new Report.Unreadable(Optional.empty(), wamid, SetAside.UNREADABLE, why, json.raw());
        }
        return report(frame.number(), wamid.get(), status(json, tick.get()), frame, json);
    }

    private static Report report(NumberId number, Wamid wamid, Change.Status status, Frame frame, Fields json) {
        Optional<String> ours = json.id("biz_opaque_callback_data");
        return new Report.StatusReport(
                number, wamid, ours, status, frame.people().recipient(json));
    }

    private static Change.Status status(Fields json, Tick tick) {
        return new Change.Status(
                tick, Times.read(json, "timestamp"), participant(json), pricing(json), FailureReader.first(json));
    }

    private static Optional<Tick> tick(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "sent" -> Optional.of(Tick.SENT);
            case "delivered" -> Optional.of(Tick.DELIVERED);
            case "read" -> Optional.of(Tick.READ);
            case "played" -> Optional.of(Tick.PLAYED);
            case "failed" -> Optional.of(Tick.FAILED);
            default -> Optional.empty();
        };
    }

    /** Who in a group got it; the user id is steadier than the phone number. */
    private static Optional<String> participant(Fields json) {
        return json.id("recipient_participant_user_id").or(() -> json.id("recipient_participant_id"));
    }

    /** The pricing record, kept with the conversation object of the old model: {@code {"pricing":…,"conversation":…}}. */
    private static Optional<Pricing> pricing(Fields json) {
        Fields pricing = json.at("pricing");
        Fields conversation = json.at("conversation");
        if (!pricing.isObject() && !conversation.isObject()) {
            return Optional.empty();
        }
        var raw = JsonNodeFactory.instance.objectNode();
        if (pricing.isObject()) {
            raw.set("pricing", pricing.node());
        }
        if (conversation.isObject()) {
            raw.set("conversation", conversation.node());
        }
        return Optional.of(new Pricing(
                pricing.label("pricing_model"),
                pricing.label("type"),
                pricing.label("category"),
                new Fields(raw).raw()));
    }
}
