// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Limits of reply buttons and lists (Cloud API 4.7, 4.8). */
final class ChoiceRules {
    private ChoiceRules() {}

    static Optional<GraphError> buttons(JsonNode action) {
        List<JsonNode> replies = Json.elements(action, "buttons")
                .map(button -> button.path("reply"))
                .toList();
        return Rules.first(
                () -> Rules.refuse(
                        replies.isEmpty() || replies.size() > 3,
                        "interactive.action.buttons must hold 1 to 3 buttons, not " + replies.size() + "."),
                () -> Rules.each(replies, ChoiceRules::button),
                () -> Rules.unique(texts(replies, "title"), "Button titles"),
                () -> Rules.unique(texts(replies, "id"), "Button ids"));
    }

    private static Optional<GraphError> button(JsonNode reply) {
        return Rules.first(
                () -> Rules.needs(reply, "title", "interactive.action.buttons.reply.title"),
                () -> Rules.atMost(reply, "title", 20, "Button title"),
                () -> id(reply, 256, "Button id"));
    }

    private static Optional<GraphError> id(JsonNode parent, int limit, String label) {
        String id = Json.text(parent, "id");
        return Rules.first(
                () -> Rules.needs(parent, "id", label),
                () -> Rules.atMost(parent, "id", limit, label),
                () -> Rules.refuse(!id.equals(id.strip()), label + " must not begin or end with a space."));
    }

    static Optional<GraphError> list(JsonNode action) {
        List<JsonNode> sections = Json.elements(action, "sections").toList();
        List<JsonNode> rows = sections.stream()
                .flatMap(section -> Json.elements(section, "rows"))
                .toList();
        return Rules.first(
                () -> Rules.needs(action, "button", "interactive.action.button"),
                () -> Rules.atMost(action, "button", 20, "List button label"),
                () -> Rules.refuse(
                        sections.isEmpty() || sections.size() > 10,
                        "A list has 1 to 10 sections, not " + sections.size() + "."),
                () -> Rules.refuse(
                        rows.isEmpty() || rows.size() > 10,
                        "A list has 1 to 10 rows in all its sections together, not " + rows.size() + "."),
                () -> Rules.each(sections, section -> section(section, sections.size())),
                () -> Rules.each(rows, ChoiceRules::row),
                () -> Rules.unique(texts(rows, "id"), "Row ids"));
    }

    private static Optional<GraphError> section(JsonNode section, int sections) {
        return Rules.first(
                () -> sections > 1 ? Rules.needs(section, "title", "Section title") : Optional.empty(),
                () -> Rules.atMost(section, "title", 24, "Section title"));
    }

    private static Optional<GraphError> row(JsonNode row) {
        return Rules.first(
                () -> Rules.needs(row, "title", "Row title"),
                () -> Rules.atMost(row, "title", 24, "Row title"),
                () -> Rules.atMost(row, "description", 72, "Row description"),
                () -> id(row, 200, "Row id"));
    }

    private static List<String> texts(List<JsonNode> nodes, String name) {
        return nodes.stream().map(node -> Json.text(node, name)).toList();
    }
}
