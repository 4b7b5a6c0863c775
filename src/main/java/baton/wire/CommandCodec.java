// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Fence;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.Settlement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Commands as flat JSON: {@code {"id":"…","kind":"reply","conversation":12,"claim":34,"seen":33,"text":"…"}}. Reading is
 * strict, since a person acts on the answer: whatever is missing or wrong and a kind nobody knows is named in a {@link
 * Malformed}; properties that a kind does not have are passed over, as a newer console may send them.
 */
public final class CommandCodec {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;

    private static final Map<String, Function<Fields, Command>> KINDS = Map.ofEntries(
            Map.entry("claim", fields -> new Command.Claim(conversation(fields))),
            Map.entry("release", fields -> new Command.Release(conversation(fields))),
            Map.entry("reply", CommandCodec::reply),
            Map.entry("react", CommandCodec::react),
            Map.entry(
                    "note",
                    fields -> new Command.Note(
                            conversation(fields), fields.prose("text"), fields.texts("mentions", PersonId::new))),
            Map.entry("resolve", fields -> new Command.Resolve(conversation(fields))),
            Map.entry("reopen", fields -> new Command.Reopen(conversation(fields))),
            Map.entry(
                    "assign",
                    fields -> new Command.Assign(
                            conversation(fields), fields.optional("to", name -> fields.id(name, PersonId::new)))),
            Map.entry("markRead", fields -> new Command.MarkRead(conversation(fields), fields.position("upTo"))),
            Map.entry("replay", fields -> new Command.Replay(fields.id("delivery", DeliveryId::new))),
            Map.entry(
                    "putAway",
                    fields -> new Command.PutAway(fields.position("entry"), fields.words("why", LONGEST_REASON))),
            Map.entry("undo", fields -> new Command.Undo(message(fields, "message"))),
            Map.entry(
                    "settle",
                    fields -> new Command.Settle(
                            message(fields, "message"), fields.choice("settlement", Settlement.class))),
            Map.entry("merge", fields -> new Command.Merge(customer(fields, "kept"), customer(fields, "absorbed"))),
            Map.entry("undoMerge", fields -> new Command.UndoMerge(customer(fields, "absorbed"))),
            Map.entry(
                    "addPerson",
                    fields -> new Command.AddPerson(
                            person(fields),
                            fields.words(fields.has("displayName") ? "displayName" : "person", LONGEST_NAME),
                            fields.choice("role", Role.class))),
            Map.entry(
                    "changeRole", fields -> new Command.ChangeRole(person(fields), fields.choice("role", Role.class))),
            Map.entry("removePerson", fields -> new Command.RemovePerson(person(fields))));

    private CommandCodec() {}

    /** The names of all commands, for documents and error texts. */
    public static Set<String> kinds() {
        return new TreeSet<>(KINDS.keySet());
    }

    /** One command; refuses what it cannot read with a {@link Malformed} that names the property. */
    public static Request read(JsonNode json) {
        Fields fields = new Fields(json);
        CommandId id = fields.id("id", CommandId::new);
        String kind = fields.text("kind");
        Function<Fields, Command> reading = KINDS.get(kind);
        if (reading == null) {
            throw new Malformed("There is no command '" + kind + "'; there are " + String.join(", ", kinds()));
        }
        return new Request(id, reading.apply(fields), fields.optional("password", fields::text));
    }

    private static Command reply(Fields fields) {
        return new Command.Reply(
                conversation(fields),
                fence(fields),
                new Content.Text(fields.prose("text")),
                fields.optional("quote", name -> message(fields, name)),
                fields.flag("undoable", false));
    }

    private static Command react(Fields fields) {
        Content reaction = new Content.Reaction(message(fields, "message"), fields.prose("emoji"));
        return new Command.Reply(conversation(fields), fence(fields), reaction, Optional.empty(), false);
    }

    private static Fence fence(Fields fields) {
        return new Fence(fields.numbered("claim", ClaimNumber::new), fields.position("seen"));
    }

    private static ConversationId conversation(Fields fields) {
        return fields.numbered("conversation", ConversationId::new);
    }

    private static MessageId message(Fields fields, String name) {
        return fields.numbered(name, MessageId::new);
    }

    private static CustomerId customer(Fields fields, String name) {
        return fields.numbered(name, CustomerId::new);
    }

    private static PersonId person(Fields fields) {
        return fields.id("person", PersonId::new);
    }
}
