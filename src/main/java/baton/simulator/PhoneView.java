// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a phone shows, as JSON for the control door. Called under the network's lock. */
final class PhoneView {
    private PhoneView() {}

    static ArrayNode thread(List<Bubble> bubbles) {
        ArrayNode thread = Json.array();
        bubbles.forEach(bubble -> thread.add(bubble(bubble)));
        return thread;
    }

    private static ObjectNode bubble(Bubble bubble) {
        Bubble.Words words = bubble.words();
        ObjectNode view = Json.object()
                .put("from", name(words.from()))
                .put("id", words.id())
                .put("type", words.type())
                .put("text", words.text())
                .put("at", bubble.at().toString())
                .put("state", Receipts.name(bubble.state()))
                .put("read", bubble.isRead());
        words.quoted().ifPresent(quoted -> view.put("quoted", quoted));
        bubble.terms().callbackData().ifPresent(data -> view.put("callbackData", data));
        ArrayNode reactions = view.putArray("reactions");
        bubble.reactions()
                .forEach((who, emoji) ->
                        reactions.addObject().put("from", name(who)).put("emoji", emoji));
        ArrayNode buttons = Json.array();
        Choice.under(words)
                .forEach(choice -> buttons.addObject().put("id", choice.id()).put("title", choice.title()));
        if (!buttons.isEmpty()) {
            view.set("buttons", buttons);
        }
        if (!words.type().equals("text")) {
            view.set("content", words.content());
        }
        return view;
    }

    static ObjectNode summary(Phone phone, Instant now) {
        Identity owner = phone.owner();
        ObjectNode view = Json.object()
                .put("phone", owner.phone())
                .put("name", owner.name())
                .put("bsuid", owner.userId())
                .put("hidePhone", owner.hidden())
                .put("on", phone.isOn())
                .put("blocked", phone.blocked())
                .put("seesTyping", phone.sees(now))
                .put("windowOpen", phone.windowOpen(now))
                .put("messages", phone.shownCount());
        owner.username().ifPresent(username -> view.put("username", username));
        return view;
    }

    private static String name(Bubble.From from) {
        return from.name().toLowerCase(Locale.ROOT);
    }
}
