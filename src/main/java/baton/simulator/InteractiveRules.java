// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Limits of messages with buttons, lists and links (Cloud API 4.7 to 4.9). */
final class InteractiveRules {
    private static final List<String> ACCEPTED_AS_THEY_ARE =
            List.of("flow", "carousel", "address_message", "call_permission_request", "voice_call", "catalog_message");

    private InteractiveRules() {}

    static Optional<GraphError> check(JsonNode message) {
        String kind = Json.text(message, "type");
        return Rules.first(
                () -> Rules.needs(message, "type", "interactive.type"),
                () -> Rules.needs(message, "action", "interactive.action"),
                () -> frame(kind, message),
                () -> action(kind, message));
    }

    private static Optional<GraphError> frame(String kind, JsonNode message) {
        int bodyLimit = kind.equals("list") ? 4_096 : 1_024;
        return Rules.first(
                () -> kind.equals("product")
                        ? Optional.empty()
                        : Rules.needs(message.path("body"), "text", "interactive.body.text"),
                () -> Rules.atMost(message.path("body"), "text", bodyLimit, "interactive.body.text"),
                () -> Rules.atMost(message.path("footer"), "text", 60, "interactive.footer.text"),
                () -> Rules.atMost(message.path("header"), "text", 60, "interactive.header.text"),
                () -> header(kind, message));
    }

    private static Optional<GraphError> header(String kind, JsonNode message) {
        if (!message.has("header")) {
            return Optional.empty();
        }
        String type = Json.text(message.path("header"), "type");
        List<String> allowed = switch (kind) {
            case "list", "product_list" -> List.of("text");
            case "location_request_message", "request_contact_info", "product" -> List.of();
            default -> List.of("text", "image", "video", "document");
        };
        return Rules.first(
                () -> Rules.refuse(
                        !allowed.contains(type),
                        "interactive." + kind + " cannot have a header of type '" + type + "'."),
                () -> Rules.needs(message.path("header"), type, "interactive.header." + type));
    }

    private static Optional<GraphError> action(String kind, JsonNode message) {
        JsonNode action = message.path("action");
        return switch (kind) {
            case "button" -> ChoiceRules.buttons(action);
            case "list" -> ChoiceRules.list(action);
            case "cta_url" -> link(action);
            case "location_request_message" -> named(action, "send_location", message);
            case "request_contact_info" -> named(action, "request_contact_info", message);
            case "product" -> product(action);
            case "product_list" -> products(action, message);
            default ->
                Rules.refuse(!ACCEPTED_AS_THEY_ARE.contains(kind), "interactive.type '" + kind + "' is not supported.");
        };
    }

    private static Optional<GraphError> link(JsonNode action) {
        JsonNode parameters = action.path("parameters");
        String url = Json.text(parameters, "url");
        return Rules.first(
                () -> Rules.refuse(
                        !Json.text(action, "name").equals("cta_url"), "interactive.action.name must be cta_url."),
                () -> Rules.needs(parameters, "display_text", "interactive.action.parameters.display_text"),
                () -> Rules.atMost(parameters, "display_text", 20, "interactive.action.parameters.display_text"),
                () -> Rules.needs(parameters, "url", "interactive.action.parameters.url"),
                () -> Rules.refuse(
                        !url.startsWith("https://") && !url.startsWith("http://"),
                        "interactive.action.parameters.url must be an http or https address."));
    }

    private static Optional<GraphError> named(JsonNode action, String name, JsonNode message) {
        return Rules.first(
                () -> Rules.refuse(
                        !Json.text(action, "name").equals(name), "interactive.action.name must be " + name + "."),
                () -> Rules.refuse(message.has("footer"), "This interactive type cannot have a footer."));
    }

    private static Optional<GraphError> product(JsonNode action) {
        return Rules.first(
                () -> Rules.needs(action, "catalog_id", "interactive.action.catalog_id"),
                () -> Rules.needs(action, "product_retailer_id", "interactive.action.product_retailer_id"));
    }

    private static Optional<GraphError> products(JsonNode action, JsonNode message) {
        long items = Json.elements(action, "sections")
                .mapToLong(section -> Json.elements(section, "product_items").count())
                .sum();
        return Rules.first(
                () -> Rules.needs(message, "header", "interactive.header"),
                () -> Rules.needs(action, "catalog_id", "interactive.action.catalog_id"),
                () -> Rules.refuse(
                        items < 1 || items > 30, "A product list holds 1 to 30 products, not " + items + "."));
    }
}
