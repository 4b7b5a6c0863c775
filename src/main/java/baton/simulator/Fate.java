// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.Optional;

/** What goes wrong with a message after the platform has answered 200 (Cloud API 4.14, 6.3). */
final class Fate {
    private Fate() {}

    static Optional<GraphError> of(Phone phone, Bubble bubble, Instant now) {
        if (bubble.terms().lateError().isPresent()) {
            return bubble.terms().lateError();
        }
        if (!phone.onWhatsApp() || phone.blocked()) {
            return Optional.of(GraphError.of(131026, "Message Undeliverable."));
        }
        if (!bubble.terms().isTemplate() && !phone.windowOpen(now)) {
            return Optional.of(GraphError.of(
                    131047,
                    "Message failed to send because more than 24 hours have passed since the customer last replied to"
                            + " this number."));
        }
        return bubble.words().type().equals("reaction") ? reaction(phone, bubble, now) : Optional.empty();
    }

    private static Optional<GraphError> reaction(Phone phone, Bubble bubble, Instant now) {
        boolean reachable = phone.find(Json.text(bubble.words().content(), "message_id"))
                .filter(target -> !target.words().type().equals("reaction"))
                .filter(target -> now.isBefore(target.at().plus(Network.MEMORY)))
                .isPresent();
        return reachable
                ? Optional.empty()
                : Optional.of(GraphError.invalid("The message to react to is unknown, too old or a reaction itself."));
    }
}
