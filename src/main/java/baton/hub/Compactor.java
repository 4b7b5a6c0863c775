// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Loop;
import baton.store.Compaction;
import baton.store.Journal;
import java.time.Duration;

/**
 * Compacts an embedded store while nobody waits for it: slice after slice while nothing arrives, a sliver four times a second while
 * something does, none while items queue. The step of a loop.
 */
public final class Compactor implements Loop.Step {
    private static final Duration DONE = Duration.ofSeconds(15);
    private static final Duration BUSY = Duration.ofMillis(250);
    private static final Duration BREATH = Duration.ofMillis(20);

    private final Journal journal;
    private final Compaction compaction;
    private long seen;

    public Compactor(Journal journal, Compaction compaction) {
        this.journal = journal;
        this.compaction = compaction;
    }

    @Override
    public Duration run() {
        long head = journal.head();
        boolean isQuiet = head == seen;
        seen = head;
        if (journal.waiting() > 0) {
            return BUSY;
        }
        return isQuiet ? next(compaction.slice(), BREATH) : next(compaction.sliver(), BUSY);
    }

    private static Duration next(boolean isWorthIt, Duration soon) {
        return isWorthIt ? soon : DONE;
    }
}
