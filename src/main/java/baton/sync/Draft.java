// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * What a person has half written in one conversation: reply and note side by side, which of them the composer shows, the
 * message being answered, and the texts that came back. Kept through restarts and crashes (SPEC.md I4, I9).
 */
public record Draft(
        ConversationId conversation,
        String reply,
        String note,
        boolean writingNote,
        Optional<MessageId> quote,
        List<Returned> returned) {

    public Draft {
        returned = List.copyOf(returned);
    }

    public static Draft none(ConversationId conversation) {
        return new Draft(conversation, "", "", false, Optional.empty(), List.of());
    }

    /** Nothing typed, nothing chosen, nothing come back. */
    public boolean isEmpty() {
        return reply.isEmpty() && note.isEmpty() && quote.isEmpty() && returned.isEmpty() && !writingNote;
    }

    /** Note or reply. */
    public String text(boolean isNote) {
        return isNote ? note : reply;
    }

    public Draft withText(boolean isNote, String text) {
        return isNote ? withNote(text) : withReply(text);
    }

    public Draft withReply(String text) {
        return new Draft(conversation, text, note, writingNote, quote, returned);
    }

    public Draft withNote(String text) {
        return new Draft(conversation, reply, text, writingNote, quote, returned);
    }

    public Draft writingNote(boolean isNote) {
        return new Draft(conversation, reply, note, isNote, quote, returned);
    }

    public Draft quoting(Optional<MessageId> message) {
        return new Draft(conversation, reply, note, writingNote, message, returned);
    }

    Draft withReturned(List<Returned> texts) {
        return new Draft(conversation, reply, note, writingNote, quote, texts);
    }

    Draft without(CommandId id) {
        return withReturned(
                returned.stream().filter(text -> !text.id().equals(id)).toList());
    }
}
