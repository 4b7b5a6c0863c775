// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many in any stretch of this length, wherever it begins: a bucket that fills up again lets through nearly twice
 * as many in its first. Whoever takes a place that has just come free counts from when it did so: a stretch may be shorter by
 * {@link #LATE}, but lateness does not add up, and the rate as allowed can be kept for hours (SPEC.md C1). One thread.
 */
final class Window {

    /** How late a place may be taken and still count as taken in time. */
    static final Duration LATE = Duration.ofMillis(50);

    private final int most;
    private final Duration length;
    private final Deque<Instant> left = new ArrayDeque<>();

    Window(int most, Duration length) {
        this.most = most;
        this.length = length;
    }

    /** Zero when one more may leave at {@code now}, otherwise how long until then. */
    Duration waitAt(Instant now) {
        if (left.size() < most) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, left.getFirst().plus(length));
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    /** One leaves now. */
    void count(Instant now) {
        Instant counted = now;
        if (left.size() == most) {
            Instant free = left.removeFirst().plus(length);
            counted = now.isAfter(free.plus(LATE)) ? now : free;
        }
        left.addLast(counted);
    }
}
