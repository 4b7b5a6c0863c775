// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the message a phone will show out of a checked send call. */
final class Composer {
    private final TemplateShelf templates;
    private final MediaRules media;

    Composer(TemplateShelf templates, MediaRules media) {
        this.templates = templates;
        this.media = media;
    }

    Outgoing compose(JsonNode request, boolean toUserId) {
        String type = SendRules.type(request);
        JsonNode raw = request.path(type);
        ObjectNode content = raw instanceof ObjectNode object ? object : cards(raw);
        Optional<Template> template = type.equals("template") ? template(raw) : Optional.empty();
        String text =
                template.map(known -> new TemplateValues(known, raw).bodyText()).orElseGet(() -> Wording.of(type, raw));
        String category =
                template.map(known -> known.category().toLowerCase(Locale.ROOT)).orElse("service");
        Optional<GraphError> lateError = MediaRules.covers(type) ? media.lateError(type, raw) : Optional.empty();
        template.ifPresent(known -> addButtons(content, known));
        var terms =
                new Outgoing.Terms(toUserId, category, Json.optional(request, "biz_opaque_callback_data"), lateError);
        return new Outgoing(type, content, text, Json.optional(request.path("context"), "message_id"), terms);
    }

    private static ObjectNode cards(JsonNode cards) {
        ObjectNode wrapped = Json.object();
        wrapped.set("cards", cards);
        return wrapped;
    }

    private Optional<Template> template(JsonNode raw) {
        return templates.find(Json.text(raw, "name"), Json.text(raw.path("language"), "code"));
    }

    /** A phone shows the template's own buttons; they are kept beside what was sent, so that they can be tapped. */
    private static void addButtons(ObjectNode content, Template template) {
        template.component("BUTTONS").ifPresent(buttons -> content.set("shown_buttons", buttons.path("buttons")));
    }
}
