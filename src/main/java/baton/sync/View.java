// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.PersonId;
import java.util.Optional;

/** Which conversations a list shows (SPEC.md I1); the same four as the hub's lists. */
public enum View {
    /** Open, and held by or assigned to the one who looks. */
    MINE,
    /** Open, and neither held nor assigned. */
    UNASSIGNED,
    /** Open. */
    ALL,
    /** Closed. */
    RESOLVED;

    /** Whether this view shows the conversation to {@code me}. A hold counts until its end was announced. */
    public boolean shows(Conversation conversation, PersonId me) {
        return switch (this) {
            case MINE -> conversation.open() && isMine(conversation, me);
            case UNASSIGNED ->
                conversation.open()
                        && conversation.assignee().isEmpty()
                        && holder(conversation).isEmpty();
            case ALL -> conversation.open();
            case RESOLVED -> !conversation.open();
        };
    }

    private static boolean isMine(Conversation conversation, PersonId me) {
        return conversation.assignee().filter(me::equals).isPresent()
                || holder(conversation).filter(me::equals).isPresent();
    }

    private static Optional<PersonId> holder(Conversation conversation) {
        return conversation.claim() instanceof Claim.Held held ? Optional.of(held.holder()) : Optional.empty();
    }
}
