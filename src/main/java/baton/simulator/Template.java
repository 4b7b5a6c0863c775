// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** An approved (or paused) message template in one language, as the management API shows it (Cloud API 8.9). */
record Template(String name, String language, String category, String status, boolean named, JsonNode json) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    static Template of(JsonNode json) {
        return new Template(
                Json.text(json, "name"),
                Json.text(json, "language"),
                Json.text(json, "category"),
                Json.text(json, "status"),
                Json.text(json, "parameter_format").equals("NAMED"),
                json);
    }

    /** The component of this type; empty when the template has none. */
    Optional<JsonNode> component(String type) {
        return Json.elements(json, "components")
                .filter(component -> Json.text(component, "type").equalsIgnoreCase(type))
                .findFirst();
    }

    /** The variables of a component's text, in order. */
    List<String> variables(String type) {
        return component(type)
                .map(component -> variablesIn(Json.text(component, "text")))
                .orElse(List.of());
    }

    static List<String> variablesIn(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    List<JsonNode> buttons() {
        return component("BUTTONS").stream()
                .flatMap(component -> Json.elements(component, "buttons"))
                .toList();
    }
}
