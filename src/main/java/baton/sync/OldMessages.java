// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.store.Replica;
import java.time.Instant;
import java.util.Set;

/** Messages of conversations that were resolved long ago: the hub has them when somebody wants to read them. */
final class OldMessages {
    private OldMessages() {}

    /** Takes them from the replica; all rows must be on the board. */
    static void forget(Replica replica, Surface surface) {
        Instant oldest = surface.time().instant().minus(Backfill.KEPT);
        Set<ConversationId> here = replica.withMessages();
        replica.forgetMessages(surface.board().rows(View.RESOLVED).stream()
                .filter(row -> row.conversation().changedAt().isBefore(oldest))
                .map(ConversationRow::id)
                .filter(here::contains)
                .toList());
    }
}
