// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import java.time.Instant;
import java.util.Comparator;

/** In which order a list stands. Both are total, so that a row has exactly one place. Written out: comparators put together are made anew at every start. */
public enum Order {
    /** What was said last comes first. */
    NEWEST((a, b) -> {
        int byTime = b.lastAt().compareTo(a.lastAt());
        return byTime == 0 ? b.id().compareTo(a.id()) : byTime;
    }),
    /** Who has waited longest comes first; who does not wait, comes last. */
    WAITING((a, b) -> {
        int byWait =
                a.waitingSince().orElse(Instant.MAX).compareTo(b.waitingSince().orElse(Instant.MAX));
        return byWait == 0 ? NEWEST.comparator.compare(a, b) : byWait;
    });

    @SuppressWarnings("ImmutableEnumChecker") // these hold no state
    private final Comparator<InboxRow> comparator;

    Order(Comparator<InboxRow> comparator) {
        this.comparator = comparator;
    }

    Comparator<InboxRow> comparator() {
        return comparator;
    }
}
