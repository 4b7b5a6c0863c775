// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import tools.jackson.databind.JsonNode;

/** What a phone shows for a message, in one line of text. */
final class Wording {
    private Wording() {}

    static String of(String type, JsonNode content) {
        return switch (type) {
            case "text" -> Json.text(content, "body");
            case "image", "video", "audio", "document", "sticker" -> media(type, content);
            case "location" -> bracketed("location", Json.text(content, "name"));
            case "contacts" -> bracketed("contact", Json.text(content.path(0).path("name"), "formatted_name"));
            case "reaction" -> Json.text(content, "emoji");
            case "interactive" -> interactive(content);
            case "button" -> Json.text(content, "text");
            case "order" -> bracketed("order", Json.text(content, "text"));
            case "system" -> Json.text(content, "body");
            default -> "[" + type + "]";
        };
    }

    private static String media(String type, JsonNode content) {
        String caption = Json.text(content, "caption");
        return caption.isEmpty() ? bracketed(type, Json.text(content, "filename")) : caption;
    }

    private static String interactive(JsonNode content) {
        String body = Json.text(content.path("body"), "text");
        JsonNode reply = content.path(Json.text(content, "type"));
        String title = Json.text(reply, "title");
        if (!body.isEmpty()) {
            return body;
        }
        return title.isEmpty() ? bracketed(Json.text(content, "type"), Json.text(reply, "body")) : title;
    }

    private static String bracketed(String what, String more) {
        return more.isEmpty() ? "[" + what + "]" : "[" + what + ": " + more + "]";
    }
}
