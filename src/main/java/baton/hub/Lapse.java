// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.Conversation;
import baton.domain.Touch;
import baton.policy.ClaimPolicy;
import baton.store.Turn;
import java.util.Optional;

/** Announces holds that are over but stand in the journal as if they were not. */
final class Lapse {
    private Lapse() {}

    /** Records the end if the hold is over; tells whether it was. */
    static boolean announce(Turn turn, Conversation conversation) {
        Optional<Touch> touch = conversation.claim() instanceof Claim.Held held
                ? turn.touch(conversation.id(), held.holder())
                : Optional.empty();
        Optional<ClaimEvent.ClaimReleased> over = ClaimPolicy.lapse(conversation, touch, turn.now());
        over.ifPresent(end -> turn.record(conversation.id(), new Actor.Hub(), end));
        return over.isPresent();
    }
}
