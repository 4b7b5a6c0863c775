// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The templates of the pretend account, from {@code assets/simulator/templates.json}. */
final class TemplateShelf {
    private final List<Template> templates;

    private TemplateShelf(List<Template> templates) {
        this.templates = List.copyOf(templates);
    }

    static TemplateShelf load() {
        JsonNode root = Asset.json("templates.json");
        return new TemplateShelf(Json.elements(root, "data").map(Template::of).toList());
    }

    Optional<Template> find(String name, String language) {
        return templates.stream()
                .filter(template ->
                        template.name().equals(name) && template.language().equals(language))
                .findFirst();
    }

    List<Template> all() {
        return templates;
    }
}
