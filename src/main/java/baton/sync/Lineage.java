// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.store.Replica;
import baton.store.Replica.Position;
import baton.wire.Answers;

/**
 * Whether a hub still has the journal of which a copy was made: it has not when it was restored from an older backup, gone on since
 * or not, or is another one. Called by the poller's thread.
 */
final class Lineage {
    private final Replica replica;

    Lineage(Replica replica) {
        this.replica = replica;
    }

    static boolean isOther(Position at, String journal) {
        return at.journal().filter(journal::equals).isEmpty();
    }

    /** Whether the hub's line at our cursor is the one we took in, if it is the first of these; asked with the line before the cursor. */
    boolean agrees(Position at, Answers.Feed feed) {
        return feed.events().stream()
                .findFirst()
                .filter(first -> first.seq() == at.cursor())
                .map(first -> isSame(at.at(), first))
                .orElse(true);
    }

    /** Whether the line of which a page told before the feed did comes as it was then, if it is one of these. */
    boolean bearsOut(Answers.Feed feed) {
        Replica.Mark told = replica.position().ahead();
        return feed.events().stream().noneMatch(line -> line.seq() == told.seq() && !isSame(told, line));
    }

    /** A line that was not seen before is believed. */
    private static boolean isSame(Replica.Mark known, Answers.FeedEvent line) {
        return known.hash().isEmpty() || known.equals(LineMark.of(line));
    }
}
