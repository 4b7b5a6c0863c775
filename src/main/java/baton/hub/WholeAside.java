// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.AccountEvent;
import baton.domain.Actor;
import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.policy.EntryMark;
import baton.store.RawBody;
import baton.store.SetAsides;
import baton.store.Turn;
import baton.whatsapp.Delivery;
import java.util.Map;
import java.util.Optional;

/**
 * Sets aside a delivery of which nothing could be taken in. Its messages count as received, and as set aside on the line of their
 * number, until somebody replays it (SPEC.md B2). Used within one turn.
 */
final class WholeAside {
    private final Turn turn;
    private final DeliveryId delivery;
    private final RawBody raw;

    WholeAside(Turn turn, RawBody raw) {
        this.turn = turn;
        this.raw = raw;
        this.delivery = turn.keepRaw(raw);
    }

    /** Keeps it with its reason; the same body a second time is a double. {@code body}: as it is shown to people. */
    void keep(Delivery read, String body, String why) {
        boolean isDouble = turn.seen(EntryMark.aside(raw.hash()));
        Map<NumberId, Integer> numbers = read.messageEntries();
        numbers.forEach((number, messages) -> turn.books().countReceived(number, messages, isDouble ? messages : 0));
        if (isDouble) {
            return;
        }
        numbers.forEach((number, messages) -> keep(Optional.of(number), messages, body, why));
        if (numbers.isEmpty()) {
            keep(Optional.empty(), 0, body, why);
        }
    }

    private void keep(Optional<NumberId> number, long messages, String body, String why) {
        long id = turn.next();
        turn.record(
                new Actor.Platform(),
                new AccountEvent.EntrySetAside(delivery, number, SetAside.HUB_FAILED, why, raw.hash()));
        turn.books()
                .keepAside(new SetAsides.Entry(
                        id,
                        delivery,
                        turn.now(),
                        number,
                        Optional.empty(),
                        messages,
                        SetAside.HUB_FAILED,
                        why,
                        raw.hash(),
                        body));
    }
}
