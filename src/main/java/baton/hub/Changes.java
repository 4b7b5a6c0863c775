// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Change;
import baton.domain.ConversationId;
import baton.domain.Event;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.SendingEvent;
import baton.domain.Wamid;
import baton.store.Turn;
import java.util.Optional;

/** Turns something said about a message into the event that says it, once the message is known. */
final class Changes {
    private Changes() {}

    /** Records a change that waited for its message. The entry's mark was taken when it began to wait. */
    static void record(
            Turn turn,
            Actor actor,
            ConversationId conversation,
            MessageId message,
            MessageEvent.ChangeAwaited awaited) {
        turn.record(conversation, actor, event(message, awaited.target(), awaited.change(), Optional.empty()));
    }

    static Event event(MessageId message, Wamid target, Change change, Optional<Wamid> own) {
        return switch (change) {
            case Change.Status status -> new SendingEvent.StatusReached(message, status, Optional.of(target));
            case Change.Reaction reaction ->
                new MessageEvent.ReactionChanged(message, reaction.by(), reaction.emoji(), reaction.at(), own);
            case Change.Edit edit -> new MessageEvent.MessageEdited(message, edit.content(), edit.at(), own);
            case Change.Revoke revoke -> new MessageEvent.MessageRevoked(message, revoke.at(), own);
        };
    }
}
