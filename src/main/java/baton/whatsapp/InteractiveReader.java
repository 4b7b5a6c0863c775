// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import baton.domain.Content.Choice.Kind;
import java.util.Optional;

/** Taps and filled forms (WHATSAPP.md 2.11 to 2.14); empty for a subtype that is not known. */
final class InteractiveReader {
    private InteractiveReader() {}

    static Optional<? extends Content> read(Fields interactive) {
        String type = interactive.label("type").orElse("");
        Fields part = interactive.at(type);
        return switch (type) {
            case "button_reply" -> choice(Kind.BUTTON, part);
            case "list_reply" -> choice(Kind.LIST_ROW, part);
            case "nfm_reply" -> form(part);
            case "call_permission_reply" -> callPermission(part);
            default -> Optional.empty();
        };
    }

    private static Optional<Content.Choice> choice(Kind kind, Fields part) {
        Optional<String> id = part.id("id");
        Optional<String> title = part.label("title").or(() -> id);
        return title.map(shown -> new Content.Choice(kind, id.orElse(shown), shown, part.label("description")));
    }

    /** The response is a string that holds JSON; where it comes as JSON itself it is written as a string. */
    private static Optional<Content.Form> form(Fields part) {
        Optional<String> response = part.text("response_json");
        if (response.isEmpty() && part.has("response_json")) {
            response = Optional.of(part.at("response_json").raw());
        }
        return response.map(json -> new Content.Form(part.label("name").orElse(""), part.text("body"), json));
    }

    private static Optional<Content.CallPermission> callPermission(Fields part) {
        return part.label("response")
                .map(answer ->
                        new Content.CallPermission("accept".equalsIgnoreCase(answer), part.flag("is_permanent")));
    }
}
