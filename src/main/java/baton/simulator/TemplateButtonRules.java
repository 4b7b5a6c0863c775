// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether the buttons of a template message got what they need: a suffix for a dynamic link, nothing out of range. */
final class TemplateButtonRules {
    private TemplateButtonRules() {}

    static Optional<GraphError> check(Template template, TemplateValues values) {
        List<JsonNode> buttons = template.buttons();
        return Rules.first(
                () -> Rules.each(values.buttons(), given -> inRange(given, buttons)),
                () -> Rules.each(buttons, button -> filled(button, buttons.indexOf(button), values)));
    }

    private static Optional<GraphError> inRange(JsonNode given, List<JsonNode> buttons) {
        int index = given.path("index").asInt(-1);
        if (index < 0 || index >= buttons.size()) {
            return Optional.of(GraphError.of(132018, "The template has no button at index " + index + "."));
        }
        String wanted = Json.text(buttons.get(index), "type");
        String got = Json.text(given, "sub_type");
        return wanted.equalsIgnoreCase(got)
                ? Optional.empty()
                : Optional.of(GraphError.of(
                        132018, "The button at index " + index + " is of type " + wanted + ", not " + got + "."));
    }

    private static Optional<GraphError> filled(JsonNode button, int index, TemplateValues values) {
        boolean dynamic = !Template.variablesIn(Json.text(button, "url")).isEmpty();
        boolean given = values.buttons().stream()
                .filter(component -> component.path("index").asInt(-1) == index)
                .anyMatch(component ->
                        !Json.text(component.path("parameters").path(0), "text").isBlank());
        return dynamic && !given
                ? Optional.of(GraphError.of(
                        131008, "buttons: Button at index " + index + " of type Url requires a parameter"))
                : Optional.empty();
    }
}
