// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bends an update as Meta sometimes does (Cloud API 0.3, 2.1): unknown properties, other types, identities half missing. */
final class Oddities {
    private Oddities() {}

    static Update bend(Update update, Forecast.Shape shape) {
        ObjectNode item = update.item().deepCopy();
        Optional<ObjectNode> contact = update.contact().map(ObjectNode::deepCopy);
        boolean hasUsername =
                contact.map(c -> c.path("profile").has("username")).orElse(false);
        if (shape.phoneMissing() && hasUsername) {
            item.remove("from");
            item.remove("recipient_id");
            contact.ifPresent(c -> c.remove("wa_id"));
        } else if (shape.userIdMissing() && (item.has("from") || item.has("recipient_id"))) {
            item.remove("from_user_id");
            item.remove("recipient_user_id");
            contact.ifPresent(c -> c.remove("user_id"));
        }
        if (shape.odd()) {
            makeOdd(item);
        }
        return update.with(item, contact);
    }

    private static void makeOdd(ObjectNode item) {
        item.put("timestamp", Long.parseLong(Json.text(item, "timestamp")));
        item.putObject("zz_future_property").put("level", 3).putArray("of").add("unknown");
        item.path("errors").forEach(error -> asText(error, "code"));
        asText(item.path("location"), "latitude");
        asText(item.path("location"), "longitude");
        item.path("order").path("product_items").forEach(line -> {
            asText(line, "item_price");
            asText(line, "quantity");
        });
    }

    private static void asText(JsonNode node, String name) {
        if (node instanceof ObjectNode object && object.has(name)) {
            object.put(name, Json.text(object, name));
        }
    }
}
