// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import baton.domain.Refusal;
import baton.store.DeskFile.Change;
import baton.wire.CommandCodec;
import baton.wire.CommandWriter;
import baton.wire.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * One reply or note on its way. {@code order}: of writing. {@code isAsked}: the hub may have heard of it, so only the hub can
 * say what became of it. {@code message}: its number once the hub has taken it. {@code isShown}: the feed has brought it already.
 */
record OutboxEntry(
        long order,
        CommandId id,
        Command command,
        Instant writtenAt,
        boolean isAsked,
        Optional<MessageId> message,
        boolean isShown) {

    static final String KIND = "outbox";

    private record Kept(String request, Instant writtenAt, boolean asked, Optional<Long> message) {}

    static OutboxEntry read(String name, String body) {
        Kept kept = Json.MAPPER.readValue(body, Kept.class);
        var request = CommandCodec.read(Json.MAPPER.readTree(kept.request()));
        return new OutboxEntry(
                Long.parseLong(name),
                request.id(),
                request.command(),
                kept.writtenAt(),
                kept.asked(),
                kept.message().map(MessageId::new),
                false);
    }

    Change put() {
        String request = CommandWriter.write(id, command).toString();
        Kept kept = new Kept(request, writtenAt, isAsked, message.map(MessageId::value));
        return new Change.Put(KIND, name(), Json.MAPPER.writeValueAsString(kept));
    }

    Change remove() {
        return new Change.Remove(KIND, name());
    }

    /** Sorts like the number. */
    private String name() {
        return "%019d".formatted(order);
    }

    OutboxEntry asked() {
        return new OutboxEntry(order, id, command, writtenAt, true, message, isShown);
    }

    OutboxEntry taken(MessageId number) {
        return new OutboxEntry(order, id, command, writtenAt, true, Optional.of(number), isShown);
    }

    OutboxEntry shown() {
        return new OutboxEntry(order, id, command, writtenAt, isAsked, message, true);
    }

    ConversationId conversation() {
        return switch (command) {
            case Command.Reply reply -> reply.conversation();
            case Command.Note note -> note.conversation();
            default -> throw new IllegalStateException("Only replies and notes wait in the outbox");
        };
    }

    String text() {
        return switch (command) {
            case Command.Reply reply -> reply.content().words();
            case Command.Note note -> note.text();
            default -> "";
        };
    }

    boolean isNote() {
        return command instanceof Command.Note;
    }

    Optional<MessageId> quote() {
        return command instanceof Command.Reply reply ? reply.quote() : Optional.empty();
    }

    boolean says(Content content) {
        return content instanceof Content.Text words && words.body().equals(text());
    }

    Outgoing bubble() {
        return new Outgoing(id, conversation(), text(), isNote(), quote(), writtenAt, message);
    }

    Returned returned(Returned.Why why, Optional<Refusal> refusal, Instant at) {
        return new Returned(id, text(), isNote(), why, refusal, at);
    }
}
