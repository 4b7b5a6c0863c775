// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.domain.PersonId;
import baton.domain.PlainText;
import tools.jackson.databind.node.ObjectNode;

/** Commands as {@link CommandCodec} reads them; what a desk sends and keeps in its outbox. */
public final class CommandWriter {
    private CommandWriter() {}

    /** Refuses a reply that is neither text nor reaction with an {@link IllegalArgumentException}. */
    public static ObjectNode write(CommandId id, Command command) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("id", id.value());
        return switch (command) {
            case Command.Claim claim -> on(json, "claim", claim.conversation());
            case Command.Release release -> on(json, "release", release.conversation());
            case Command.Reply reply -> reply(json, reply);
            case Command.Note note -> note(json, note);
            case Command.Resolve resolve -> on(json, "resolve", resolve.conversation());
            case Command.Reopen reopen -> on(json, "reopen", reopen.conversation());
            case Command.Assign assign -> assign(json, assign);
            case Command.MarkRead read ->
                on(json, "markRead", read.conversation()).put("upTo", read.upTo());
            case Command.Undo undo ->
                kind(json, "undo").put("message", undo.message().value());
            case Command.Settle settle ->
                kind(json, "settle")
                        .put("message", settle.message().value())
                        .put("settlement", settle.settlement().name());
            case Command.Replay replay ->
                kind(json, "replay").put("delivery", replay.delivery().value());
            case Command.PutAway away ->
                kind(json, "putAway").put("entry", away.entry()).put("why", PlainText.clean(away.why()));
            case Command.Merge merge ->
                kind(json, "merge")
                        .put("kept", merge.kept().value())
                        .put("absorbed", merge.absorbed().value());
            case Command.UndoMerge undo ->
                kind(json, "undoMerge").put("absorbed", undo.absorbed().value());
            case Command.AddPerson add ->
                on(json, "addPerson", add.person())
                        .put("displayName", add.displayName())
                        .put("role", add.role().name());
            case Command.ChangeRole change ->
                on(json, "changeRole", change.person())
                        .put("role", change.role().name());
            case Command.RemovePerson remove -> on(json, "removePerson", remove.person());
        };
    }

    private static ObjectNode reply(ObjectNode json, Command.Reply reply) {
        return switch (reply.content()) {
            case Content.Text text -> {
                fenced(on(json, "reply", reply.conversation()), reply.fence())
                        .put("text", PlainText.clean(text.body()))
                        .put("undoable", reply.undoable());
                reply.quote().ifPresent(quote -> json.put("quote", quote.value()));
                yield json;
            }
            case Content.Reaction reaction ->
                fenced(on(json, "react", reply.conversation()), reply.fence())
                        .put("message", reaction.target().value())
                        .put("emoji", reaction.emoji());
            default ->
                throw new IllegalArgumentException(
                        "No reply can carry " + reply.content().getClass().getSimpleName() + " yet");
        };
    }

    private static ObjectNode note(ObjectNode json, Command.Note note) {
        on(json, "note", note.conversation()).put("text", PlainText.clean(note.text()));
        var mentions = json.putArray("mentions");
        note.mentions().forEach(person -> mentions.add(person.value()));
        return json;
    }

    private static ObjectNode assign(ObjectNode json, Command.Assign assign) {
        on(json, "assign", assign.conversation());
        assign.to().ifPresent(person -> json.put("to", person.value()));
        return json;
    }

    private static ObjectNode fenced(ObjectNode json, Fence fence) {
        return json.put("claim", fence.claim().value()).put("seen", fence.seen());
    }

    private static ObjectNode on(ObjectNode json, String kind, ConversationId conversation) {
        return kind(json, kind).put("conversation", conversation.value());
    }

    private static ObjectNode on(ObjectNode json, String kind, PersonId person) {
        return kind(json, kind).put("person", person.value());
    }

    private static ObjectNode kind(ObjectNode json, String kind) {
        return json.put("kind", kind);
    }
}
