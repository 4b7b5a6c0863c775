// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a template message puts into its template. */
record TemplateValues(Template template, JsonNode request) {

    /** The parameters of the header or body component. */
    List<JsonNode> parameters(String component) {
        return components(component)
                .flatMap(given -> Json.elements(given, "parameters"))
                .toList();
    }

    List<JsonNode> buttons() {
        return components("button").toList();
    }

    /** Every text filled in anywhere. */
    List<String> texts() {
        return Json.elements(request, "components")
                .flatMap(given -> Json.elements(given, "parameters"))
                .filter(parameter -> Json.text(parameter, "type").equals("text"))
                .map(parameter -> Json.text(parameter, "text"))
                .toList();
    }

    /** The body as the phone shows it. */
    String bodyText() {
        String text =
                template.component("BODY").map(body -> Json.text(body, "text")).orElse("");
        List<String> variables = Template.variablesIn(text);
        List<JsonNode> given = parameters("body");
        for (int i = 0; i < Math.min(variables.size(), given.size()); i++) {
            JsonNode parameter = given.get(i);
            String variable =
                    template.named() ? "{{" + Json.text(parameter, "parameter_name") + "}}" : variables.get(i);
            text = text.replace(variable, Json.text(parameter, "text"));
        }
        return text;
    }

    private Stream<JsonNode> components(String type) {
        return Json.elements(request, "components")
                .filter(given -> Json.text(given, "type").equalsIgnoreCase(type));
    }
}
