// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Everything the platform checks about a send call before it says 200 (Cloud API 4.1 to 4.12), except rates and recipients. */
final class SendRules {
    private static final List<String> TYPES = List.of(
            "text",
            "image",
            "video",
            "audio",
            "document",
            "sticker",
            "location",
            "contacts",
            "reaction",
            "interactive",
            "template");

    private final MediaRules media;
    private final TemplateRules templates;
    private final Network network;

    SendRules(MediaRules media, TemplateRules templates, Network network) {
        this.media = media;
        this.templates = templates;
        this.network = network;
    }

    static String type(JsonNode request) {
        return Json.optional(request, "type").orElse("text");
    }

    Optional<GraphError> check(JsonNode request) {
        String type = type(request);
        return Rules.first(
                () -> group(request),
                () -> request.has("recipient") ? Optional.empty() : Rules.needs(request, "to", "to"),
                () -> TYPES.contains(type)
                        ? Optional.empty()
                        : Optional.of(GraphError.of(131051, "Message type '" + type + "' is not supported.")),
                () -> Rules.needs(request, type, type),
                () -> Rules.atMost(request, "biz_opaque_callback_data", 512, "biz_opaque_callback_data"),
                () -> context(request),
                () -> content(type, request.path(type)));
    }

    private static Optional<GraphError> group(JsonNode request) {
        String kind = Json.text(request, "recipient_type");
        if (kind.equals("group")) {
            return Optional.of(GraphError.of(131215, "This number has no groups."));
        }
        return Rules.refuse(
                !kind.isEmpty() && !kind.equals("individual"), "recipient_type must be individual or group.");
    }

    private Optional<GraphError> context(JsonNode request) {
        if (!request.has("context")) {
            return Optional.empty();
        }
        JsonNode context = request.path("context");
        return Rules.first(
                () -> Rules.needs(context, "message_id", "context.message_id"),
                () -> Rules.refuse(type(request).equals("reaction"), "A reaction cannot be a reply."),
                () -> Rules.refuse(
                        network.message(Json.text(context, "message_id"))
                                .filter(words -> words.type().equals("reaction"))
                                .isPresent(),
                        "A reaction cannot be quoted."));
    }

    private Optional<GraphError> content(String type, JsonNode content) {
        return switch (type) {
            case "text" -> text(content);
            case "location" -> CardRules.location(content);
            case "contacts" -> CardRules.contacts(content);
            case "reaction" ->
                Rules.first(
                        () -> Rules.needs(content, "message_id", "reaction.message_id"),
                        () -> Rules.atMost(content, "emoji", 32, "reaction.emoji"));
            case "interactive" -> InteractiveRules.check(content);
            case "template" -> templates.check(content);
            default -> media.check(type, content);
        };
    }

    private static Optional<GraphError> text(JsonNode text) {
        return Rules.first(
                () -> Rules.needs(text, "body", "text.body"), () -> Rules.atMost(text, "body", 4_096, "text.body"));
    }
}
