// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.store.Bookkeeping;
import baton.store.SetAsides;
import java.util.List;
import java.util.Set;

/**
 * Corrects what was counted of a delivery when it came, once it has been taken in again (SPEC.md B2). Only what a replay itself
 * found is booked: an entry that it lost stays a difference that the board shows.
 */
final class Rebooking {
    private final Bookkeeping books;
    private final DeliveryId delivery;
    private final Tally now;
    private final List<SetAsides.Open> over;

    /** {@code now}: where its reports went in the replay; {@code over}: what of it is no longer set aside. */
    Rebooking(Bookkeeping books, DeliveryId delivery, Tally now, List<SetAsides.Open> over) {
        this.books = books;
        this.delivery = delivery;
        this.now = now;
        this.over = List.copyOf(over);
    }

    void book() {
        Set<NumberId> numbers = now.numbers();
        over.forEach(entry -> entry.number().ifPresent(numbers::add));
        numbers.forEach(this::book);
    }

    private void book(NumberId number) {
        long left = closed(number) - now.of(number, Tally.Fate.ASIDE) - now.of(number, Tally.Fate.PLACED);
        if (left >= 0) {
            books.recount(delivery, number, 0, Math.min(left, now.of(number, Tally.Fate.KNOWN)));
        } else if (wasPartlyUncounted()) {
            books.recount(delivery, number, -left, 0);
        } else {
            // it was a double of what another delivery has set aside, and is now the one that is shown
            books.recount(delivery, number, 0, left);
        }
    }

    private long closed(NumberId number) {
        return over.stream()
                .filter(entry -> entry.number().filter(number::equals).isPresent())
                .mapToLong(SetAsides.Open::messages)
                .sum();
    }

    /** What nobody could read was counted for no number. */
    private boolean wasPartlyUncounted() {
        return over.stream().anyMatch(entry -> entry.number().isEmpty());
    }
}
