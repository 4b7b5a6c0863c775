// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import java.time.Instant;
import java.util.Comparator;

/** In which order a list stands. Both are total, so that a row has exactly one place. */
public enum Order {
    /** What was said last comes first. */
    NEWEST(Comparator.comparing(InboxRow::lastAt).reversed().thenComparing(InboxRow::id, Comparator.reverseOrder())),
    /** Who has waited longest comes first; who does not wait, comes last. */
    WAITING(Comparator.comparing((InboxRow row) -> row.waitingSince().orElse(Instant.MAX))
            .thenComparing(NEWEST.comparator));

    @SuppressWarnings("ImmutableEnumChecker") // comparators made of method references hold no state
    private final Comparator<InboxRow> comparator;

    Order(Comparator<InboxRow> comparator) {
        this.comparator = comparator;
    }

    Comparator<InboxRow> comparator() {
        return comparator;
    }
}
