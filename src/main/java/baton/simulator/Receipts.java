// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Builds the updates that tell what became of a message of the business (Cloud API 3). */
final class Receipts {
    private Receipts() {}

    /** {@code pricing} goes with {@code sent} and with one of the later ones; {@code conversation} only inside a free entry window. */
    static Update status(Phone phone, Bubble bubble, Bubble.State state, Instant at, Optional<ObjectNode> pricing) {
        ObjectNode status = head(phone, bubble, state, at);
        if (state == Bubble.State.SENT) {
            phone.freeEntry(at)
                    .ifPresent(until -> status.putObject("conversation")
                            .put(
                                    "id",
                                    Dice.of(
                                                    until.getEpochSecond(),
                                                    phone.owner().phone())
                                            .letters(32))
                            .put("expiration_timestamp", Long.toString(until.getEpochSecond()))
                            .putObject("origin")
                            .put("type", "referral_conversion"));
        }
        pricing.ifPresent(price -> status.set("pricing", price));
        Optional<ObjectNode> contact = Optional.of(phone.owner().contact(state != Bubble.State.SENT));
        return update(phone, bubble, state, status, contact);
    }

    static Update failed(Phone phone, Bubble bubble, GraphError error, Instant at) {
        ObjectNode status = head(phone, bubble, Bubble.State.FAILED, at);
        status.putArray("errors").add(error.statusError());
        return update(phone, bubble, Bubble.State.FAILED, status, Optional.empty());
    }

    private static ObjectNode head(Phone phone, Bubble bubble, Bubble.State state, Instant at) {
        ObjectNode status = Json.object()
                .put("id", bubble.id())
                .put("status", name(state))
                .put("timestamp", Long.toString(at.getEpochSecond()));
        boolean numberMayBeKnown = !(bubble.terms().toUserId() && phone.owner().hidden());
        if (numberMayBeKnown) {
            status.put("recipient_id", phone.owner().phone());
        }
        status.put("recipient_user_id", phone.owner().userId());
        bubble.terms().callbackData().ifPresent(data -> status.put("biz_opaque_callback_data", data));
        return status;
    }

    private static Update update(
            Phone phone, Bubble bubble, Bubble.State state, ObjectNode status, Optional<ObjectNode> contact) {
        String key = bubble.id() + " " + name(state);
        return new Update(phone.owner().phone(), Update.Kind.STATUS, key, status, contact);
    }

    static String name(Bubble.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
