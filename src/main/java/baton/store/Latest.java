// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Recorded;
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
    private long last;

    /** Lines that are on the disk, in order and without gaps. */
    synchronized void add(List<Recorded> lines) {
        for (Recorded line : lines) {
            if (line.seq() != last + 1) {
                first = line.seq();
            }
            last = line.seq();
            first = Math.max(first, last - KEPT + 1);
            ring[place(last)] = line;
        }
    }

    /** At most {@code limit} of the lines after {@code seq} up to {@code head}; empty when one of these is not here. */
    synchronized Optional<List<Recorded>> between(long seq, long head, int limit) {
        if (seq + 1 < first || head > last) {
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
