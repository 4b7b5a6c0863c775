// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import baton.domain.PlainText;
import baton.domain.Wamid;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the messages endpoint (WHATSAPP.md 4.1, 4.2, 4.5, 4.6, 4.11). */
final class MessageBody {
    private static final Pattern LINK = Pattern.compile("https?://\\S", Pattern.CASE_INSENSITIVE);

    private MessageBody() {}

    /** Expects what {@link OutboundLimits} lets pass; empty for a reaction on nothing and for kinds that are not sent yet. */
    static Optional<ObjectNode> of(OutgoingCall call) {
        ObjectNode body = whatsapp();
        call.recipient().writeTo(body);
        body.put("biz_opaque_callback_data", call.callbackData());
        return switch (call.content()) {
            case Content.Text text -> Optional.of(text(body, PlainText.clean(text.body()), call.quote()));
            case Content.Reaction reaction ->
                call.reactionTarget().map(target -> reaction(body, target, PlainText.clean(reaction.emoji())));
            case Content.Media _,
                    Content.Location _,
                    Content.Contacts _,
                    Content.Choice _,
                    Content.Form _,
                    Content.CallPermission _,
                    Content.Call _,
                    Content.Order _,
                    Content.Notice _,
                    Content.Unsupported _,
                    Content.Unknown _,
                    Content.Withheld _ -> Optional.empty();
        };
    }

    /** The typing bubble always marks as read, and lasts until our answer or 25 s. */
    static ObjectNode read(Wamid wamid, boolean typing) {
        ObjectNode body = whatsapp();
        body.put("status", "read").put("message_id", wamid.value());
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return body;
    }

    private static ObjectNode text(ObjectNode body, String text, Optional<Wamid> quote) {
        quote.ifPresent(wamid -> body.putObject("context").put("message_id", wamid.value()));
        ObjectNode part = body.put("type", "text").putObject("text").put("body", text);
        if (LINK.matcher(text).find()) {
            part.put("preview_url", true);
        }
        return body;
    }

    private static ObjectNode reaction(ObjectNode body, Wamid target, String emoji) {
        body.put("type", "reaction")
                .putObject("reaction")
                .put("message_id", target.value())
                .put("emoji", emoji);
        return body;
    }

    private static ObjectNode whatsapp() {
        return JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
    }
}
