// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something a customer can tap under a message: a reply button, a list row, a template's quick reply. */
record Choice(Kind kind, String id, String title, String description) {
    enum Kind {
        BUTTON,
        ROW,
        QUICK_REPLY
    }

    /** What a message offers, in order; nothing for most messages. */
    static List<Choice> under(Bubble.Words words) {
        JsonNode content = words.content();
        return switch (words.type()) {
            case "interactive" -> interactive(content.path("action"));
            case "template" -> template(content);
            default -> List.of();
        };
    }

    private static List<Choice> interactive(JsonNode action) {
        Stream<Choice> buttons = Json.elements(action, "buttons")
                .map(button -> button.path("reply"))
                .map(reply -> new Choice(Kind.BUTTON, Json.text(reply, "id"), Json.text(reply, "title"), ""));
        Stream<Choice> rows = Json.elements(action, "sections")
                .flatMap(section -> Json.elements(section, "rows"))
                .map(row -> new Choice(
                        Kind.ROW, Json.text(row, "id"), Json.text(row, "title"), Json.text(row, "description")));
        return Stream.concat(buttons, rows).toList();
    }

    private static List<Choice> template(JsonNode content) {
        return Json.elements(content, "shown_buttons")
                .filter(button -> Json.text(button, "type").equals("QUICK_REPLY"))
                .map(button -> Json.text(button, "text"))
                .map(title -> new Choice(Kind.QUICK_REPLY, payload(content, title), title, ""))
                .toList();
    }

    /** The payload given with the template message, otherwise the button's text (Cloud API 2.10). */
    private static String payload(JsonNode content, String title) {
        List<JsonNode> shown = Json.elements(content, "shown_buttons").toList();
        return Json.elements(content, "components")
                .filter(component -> Json.text(component, "sub_type").equals("quick_reply"))
                .filter(component ->
                        title.equals(Json.text(at(shown, component.path("index").asInt(-1)), "text")))
                .map(component -> Json.text(component.path("parameters").path(0), "payload"))
                .findFirst()
                .orElse(title);
    }

    private static JsonNode at(List<JsonNode> nodes, int index) {
        return index >= 0 && index < nodes.size() ? nodes.get(index) : Json.object();
    }

    /** The one with this id or title; the first when neither is named. */
    static Optional<Choice> pick(List<Choice> choices, String idOrTitle) {
        return choices.stream()
                .filter(choice -> idOrTitle.isEmpty()
                        || choice.id().equals(idOrTitle)
                        || choice.title().equalsIgnoreCase(idOrTitle))
                .findFirst();
    }

    /** The message that the tap sends (Cloud API 2.10 to 2.12). */
    Spoken tapped(String wamid) {
        Spoken spoken = switch (kind) {
            case BUTTON -> Spoken.of("interactive", reply("button_reply"));
            case ROW -> Spoken.of("interactive", reply("list_reply"));
            case QUICK_REPLY ->
                Spoken.of("button", Json.object().put("payload", id).put("text", title));
        };
        return spoken.replyingTo(Optional.of(wamid));
    }

    private ObjectNode reply(String type) {
        ObjectNode interactive = Json.object().put("type", type);
        ObjectNode reply = interactive.putObject(type).put("id", id).put("title", title);
        if (!description.isEmpty()) {
            reply.put("description", description);
        }
        return interactive;
    }
}
