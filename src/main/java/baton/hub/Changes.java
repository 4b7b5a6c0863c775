// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Change;
import baton.domain.Event;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.SendingEvent;
import baton.domain.Wamid;
import baton.store.Turn;
import java.util.List;
import java.util.Optional;

/** Turns something said about a message into the event that says it, once the message is known. */
final class Changes {
    private Changes() {}

    /**
     * Does what makes a message known by this wamid, then records the changes that waited for it. They are read before, since
     * they wait no longer once the message is there; their marks were taken when they began to wait.
     */
    static void join(Turn turn, Wamid wamid, Runnable appearing) {
        List<MessageEvent.ChangeAwaited> early = turn.awaited(wamid);
        appearing.run();
        early.forEach(awaited -> record(turn, turn.message(wamid).orElseThrow(), awaited));
    }

    private static void record(Turn turn, Message message, MessageEvent.ChangeAwaited awaited) {
        turn.record(message.conversation(), new Actor.Hub(), event(message.id(), counted(awaited)));
    }

    /** The board counted it when it began to wait (SPEC.md B2). */
    private static MessageEvent.ChangeAwaited counted(MessageEvent.ChangeAwaited awaited) {
        return new MessageEvent.ChangeAwaited(
                awaited.number(), awaited.target(), awaited.change(), Optional.empty(), Optional.empty());
    }

    /** What was told about this message. */
    static Event event(MessageId message, MessageEvent.ChangeAwaited told) {
        return switch (told.change()) {
            case Change.Status status -> new SendingEvent.StatusReached(message, status, Optional.of(told.target()));
            case Change.Reaction reaction ->
                new MessageEvent.ReactionChanged(
                        message, reaction.by(), reaction.emoji(), reaction.at(), told.own(), told.delivery());
            case Change.Edit edit ->
                new MessageEvent.MessageEdited(message, edit.content(), edit.at(), told.own(), told.delivery());
            case Change.Revoke revoke ->
                new MessageEvent.MessageRevoked(message, revoke.at(), told.own(), told.delivery());
        };
    }
}
