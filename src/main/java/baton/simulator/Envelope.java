// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wraps updates into the body of one webhook (Cloud API 2.1): entries, changes, one {@code value} each. */
final class Envelope {
    private final BusinessLine line;

    Envelope(BusinessLine line) {
        this.line = line;
    }

    ObjectNode of(Update update) {
        ObjectNode body = empty();
        addChange(newEntry(body), List.of(update));
        return body;
    }

    /** Each group becomes one change; updates of a group must be of one kind. With {@code apart} each change has its own entry. */
    ObjectNode of(List<List<Update>> groups, boolean apart) {
        ObjectNode body = empty();
        ArrayNode changes = Json.array();
        for (List<Update> group : groups) {
            if (apart || changes.isEmpty()) {
                changes = newEntry(body);
            }
            addChange(changes, group);
        }
        return body;
    }

    private static ObjectNode empty() {
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        body.putArray("entry");
        return body;
    }

    private ArrayNode newEntry(ObjectNode body) {
        ObjectNode entry = ((ArrayNode) body.path("entry")).addObject();
        return entry.put("id", line.wabaId()).putArray("changes");
    }

    private void addChange(ArrayNode changes, List<Update> group) {
        ObjectNode change = changes.addObject().put("field", "messages");
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", line.displayNumber())
                .put("phone_number_id", line.phoneNumberId());
        var contacts = new LinkedHashSet<JsonNode>();
        group.forEach(update -> update.contact().ifPresent(contacts::add));
        if (!contacts.isEmpty()) {
            value.putArray("contacts").addAll(contacts);
        }
        ArrayNode items = value.putArray(group.getFirst().kind().property());
        group.forEach(update -> items.add(update.item()));
    }
}
