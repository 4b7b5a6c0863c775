// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether a template message fits its template (Cloud API 4.10, 6.4). */
final class TemplateRules {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\r\\n\\t]| {5}");
    private static final int LONGEST_BODY = 1_024;

    private final TemplateShelf shelf;

    TemplateRules(TemplateShelf shelf) {
        this.shelf = shelf;
    }

    Optional<GraphError> check(JsonNode request) {
        String name = Json.text(request, "name");
        String language = Json.text(request.path("language"), "code");
        return Rules.first(
                () -> Rules.needs(request, "name", "template.name"),
                () -> Rules.needs(request.path("language"), "code", "template.language.code"),
                () -> shelf.find(name, language)
                        .map(template -> fits(template, request))
                        .orElseGet(() -> Optional.of(GraphError.of(
                                132001, "template name (" + name + ") does not exist in " + language + "."))));
    }

    private static Optional<GraphError> fits(Template template, JsonNode request) {
        var values = new TemplateValues(template, request);
        return Rules.first(
                () -> usable(template),
                () -> header(template, values),
                () -> variables("header", template, values),
                () -> variables("body", template, values),
                () -> Rules.each(values.texts(), TemplateRules::clean),
                () -> TemplateButtonRules.check(template, values),
                () -> values.bodyText().length() > LONGEST_BODY
                        ? Optional.of(GraphError.of(132005, "The body is longer than 1024 characters when filled in."))
                        : Optional.empty());
    }

    private static Optional<GraphError> usable(Template template) {
        return switch (template.status()) {
            case "APPROVED" -> Optional.empty();
            case "PAUSED" -> Optional.of(GraphError.of(132015, "The template is paused because of low quality."));
            case "DISABLED" -> Optional.of(GraphError.of(132016, "The template was paused too often and is disabled."));
            default -> Optional.of(GraphError.of(132001, "The template is not approved."));
        };
    }

    private static Optional<GraphError> header(Template template, TemplateValues values) {
        String format = template.component("HEADER")
                .map(header -> Json.text(header, "format"))
                .orElse("TEXT");
        if (format.equals("TEXT")) {
            return Optional.empty();
        }
        List<JsonNode> parameters = values.parameters("header");
        String got = parameters.size() == 1 ? Json.text(parameters.getFirst(), "type") : "nothing";
        return format.equalsIgnoreCase(got)
                ? Optional.empty()
                : Optional.of(GraphError.of(
                        132012, "header: Format mismatch, expected " + format + ", received " + got + "."));
    }

    private static Optional<GraphError> variables(String component, Template template, TemplateValues values) {
        List<String> wanted = template.variables(component);
        List<JsonNode> given = values.parameters(component).stream()
                .filter(parameter -> isText(parameter))
                .toList();
        if (wanted.size() != given.size()) {
            return Optional.of(GraphError.of(
                    132000,
                    component + ": number of localizable_params (" + given.size()
                            + ") does not match the expected number of params (" + wanted.size() + ")"));
        }
        return template.named() ? Rules.each(given, parameter -> known(parameter, wanted)) : Optional.empty();
    }

    private static boolean isText(JsonNode parameter) {
        return List.of("text", "currency", "date_time").contains(Json.text(parameter, "type"));
    }

    private static Optional<GraphError> known(JsonNode parameter, List<String> wanted) {
        String name = Json.text(parameter, "parameter_name");
        return wanted.contains("{{" + name + "}}")
                ? Optional.empty()
                : Optional.of(GraphError.of(132018, "The template has no parameter named '" + name + "'."));
    }

    private static Optional<GraphError> clean(String value) {
        if (value.isBlank()) {
            return Optional.of(GraphError.of(132018, "A parameter is empty."));
        }
        return FORBIDDEN.matcher(value).find()
                ? Optional.of(GraphError.of(
                        132018, "A parameter cannot have new-line, tab or more than 4 consecutive spaces."))
                : Optional.empty();
    }
}
