// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The last lines this hub wrote, as it made them: whoever follows the journal need not read back and take apart what was put
 * together a moment ago. Lines without a gap; another hub's line between two of ours drops those before it. Safe from any thread.
 */
final class Latest {

    /** More than a follower falls behind in a busy moment. */
    static final int KEPT = 256;

    private final @Nullable Recorded[] ring = new @Nullable Recorded[KEPT];
    private long first = 1;
    private Remembered.Head end = new Remembered.Head(0, Instant.EPOCH);

    /**
     * Lines that are on the disk, in order and without gaps, written when the journal's head was {@code before}: if it is not where our
     * last line left it, somebody else wrote, or a server came back with an older history, and what was here counts no more.
     */
    synchronized void add(Remembered.Head before, List<Recorded> lines) {
        if (!before.equals(end)) {
            first = before.seq() + 1;
        }
        lines.forEach(line -> ring[place(line.seq())] = line);
        end = lines.isEmpty()
                ? before
                : new Remembered.Head(lines.getLast().seq(), lines.getLast().at());
        first = Math.max(first, end.seq() - KEPT + 1);
    }

    /** At most {@code limit} of the lines after {@code seq} up to {@code head}; empty when one of these is not here. */
    synchronized Optional<List<Recorded>> between(long seq, long head, int limit) {
        if (seq + 1 < first || head > end.seq()) {
            return Optional.empty();
        }
        return Optional.of(LongStream.rangeClosed(seq + 1, Math.min(head, seq + limit))
                .mapToObj(number -> Objects.requireNonNull(ring[place(number)]))
                .toList());
    }

    private static int place(long seq) {
        return (int) (seq % KEPT);
    }
}
