// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Recorded;
import baton.domain.Refusal;
import baton.hub.Desk.Outcome;
import baton.store.Turn;
import java.util.Map;
import java.util.function.Function;

/** The short forms in which desks answer. */
final class Outcomes {
    private Outcomes() {}

    static Outcome done(Recorded recorded) {
        return new Outcome.Done(recorded.seq(), Map.of());
    }

    /** Nothing had to be done: it is as asked since line {@code seq}. */
    static Outcome already(long seq) {
        return new Outcome.Done(seq, Map.of());
    }

    static Outcome refused(Refusal.Reason reason) {
        return new Outcome.Refused(Refusal.because(reason));
    }

    static Outcome refused(Refusal.Reason reason, String fact, Object value) {
        return new Outcome.Refused(Refusal.because(reason, Map.of(fact, value.toString())));
    }

    /** Goes on with the conversation, or refuses because there is none of that number. */
    static Outcome with(Turn turn, ConversationId id, Function<Conversation, Outcome> next) {
        return turn.conversation(id)
                .map(next)
                .orElseGet(() -> refused(Refusal.Reason.NO_SUCH_CONVERSATION, "conversation", id));
    }
}
