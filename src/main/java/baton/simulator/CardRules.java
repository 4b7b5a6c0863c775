// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Limits of locations and contact cards (Cloud API 4.4). */
final class CardRules {
    private static final List<String> NAME_PARTS =
            List.of("first_name", "last_name", "middle_name", "suffix", "prefix");

    private CardRules() {}

    static Optional<GraphError> location(JsonNode location) {
        return Rules.first(
                () -> Rules.needs(location, "latitude", "location.latitude"),
                () -> Rules.needs(location, "longitude", "location.longitude"),
                () -> degrees(location, "latitude", 90),
                () -> degrees(location, "longitude", 180));
    }

    private static Optional<GraphError> degrees(JsonNode location, String name, int limit) {
        double value;
        try {
            value = Double.parseDouble(Json.text(location, name));
        } catch (NumberFormatException noNumber) {
            value = Double.NaN;
        }
        return Rules.refuse(
                !(Math.abs(value) <= limit),
                "location." + name + " must be a number from -" + limit + " to " + limit + ".");
    }

    static Optional<GraphError> contacts(JsonNode contacts) {
        List<JsonNode> cards = contacts.valueStream().toList();
        return Rules.first(
                () -> Rules.refuse(
                        !contacts.isArray() || cards.isEmpty() || cards.size() > 257,
                        "contacts must hold 1 to 257 cards."),
                () -> Rules.each(cards, CardRules::card));
    }

    private static Optional<GraphError> card(JsonNode card) {
        JsonNode name = card.path("name");
        return Rules.first(
                () -> Rules.needs(name, "formatted_name", "contacts.name.formatted_name"),
                () -> Rules.refuse(
                        NAME_PARTS.stream()
                                .noneMatch(part -> !Json.text(name, part).isBlank()),
                        "contacts.name needs at least one more part beside formatted_name."));
    }
}
