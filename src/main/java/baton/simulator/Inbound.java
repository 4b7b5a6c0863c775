// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the update for a message a customer wrote (Cloud API 2). */
final class Inbound {
    private final BusinessLine line;

    Inbound(BusinessLine line) {
        this.line = line;
    }

    Update update(Phone phone, String id, Spoken spoken, Instant at) {
        Identity owner = phone.owner();
        ObjectNode message = Json.object();
        if (!owner.hidden()) {
            message.put("from", owner.phone());
        }
        message.put("from_user_id", owner.userId());
        message.put("id", id);
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        message.put("type", spoken.type());
        spoken.replyTo()
                .ifPresent(quoted -> message.putObject("context")
                        .put("from", author(phone, quoted))
                        .put("id", quoted));
        if (!spoken.payload().isEmpty()) {
            message.set(spoken.type(), content(spoken));
        }
        message.setAll(spoken.extra());
        boolean anonymous = spoken.type().equals("system");
        Optional<ObjectNode> contact = anonymous ? Optional.empty() : Optional.of(owner.contact(true));
        return new Update(owner.phone(), Update.Kind.MESSAGE, id, message, contact);
    }

    /** Contact cards are an array on the wire; control wraps them as {@code {"cards": […]}}. */
    private static JsonNode content(Spoken spoken) {
        boolean cards = spoken.type().equals("contacts") && spoken.payload().has("cards");
        return cards ? spoken.payload().path("cards") : spoken.payload();
    }

    private String author(Phone phone, String quoted) {
        boolean theirOwn =
                phone.find(quoted).filter(bubble -> !bubble.fromBusiness()).isPresent();
        return theirOwn ? phone.owner().phone() : line.displayNumber();
    }
}
