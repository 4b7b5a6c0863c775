// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Content;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.util.Optional;

/** One entry of {@code messages[]} or {@code message_echoes[]}: a message, or a change to one (WHATSAPP.md 2.15, 2.23). */
final class MessageReader {
    private MessageReader() {}

    /** {@code customer}: whose conversation the entry belongs to; {@code author}: who wrote it. */
    static Report read(Frame frame, Fields json, Optional<Sender> customer, Author author) {
        Optional<Wamid> wamid = json.id("id").map(Wamid::new);
        if (wamid.isEmpty()) {
            return new Report.Unreadable(
                    Optional.of(frame.number()), wamid, SetAside.UNREADABLE, "it has no message id", json.raw());
        }
        var entry = new Entry(frame, json, wamid.get(), customer, author);
        return switch (entry.type()) {
            case "reaction" -> reaction(entry);
            case "edit" -> edit(entry);
            case "revoke" -> revoke(entry);
            case "system" -> SystemReader.read(entry);
            default -> entry.saying(ContentReader.read(json));
        };
    }

    private static Report reaction(Entry entry) {
        Fields reaction = entry.json().at("reaction");
        Optional<String> emoji = reaction.label("emoji");
        return changing(entry, reaction.id("message_id"), new Change.Reaction(entry.author(), emoji, entry.at()));
    }

    private static Report edit(Entry entry) {
        Fields edit = entry.json().at("edit");
        Fields after = edit.at("message");
        Content content = ContentReader.read(after);
        return after.isObject()
                ? changing(entry, edit.id("original_message_id"), new Change.Edit(content, entry.at()))
                : entry.unknown();
    }

    private static Report revoke(Entry entry) {
        Optional<String> target = entry.json().at("revoke").id("original_message_id");
        return changing(entry, target, new Change.Revoke(entry.at()));
    }

    private static Report changing(Entry entry, Optional<String> target, Change change) {
        return target.<Report>map(id -> new Report.ChangeReport(
                        entry.frame().number(), Optional.of(entry.wamid()), new Wamid(id), change, entry.customer()))
                .orElseGet(entry::unknown);
    }
}
