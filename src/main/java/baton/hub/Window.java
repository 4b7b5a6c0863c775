// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many in any stretch of this length, wherever it begins: a bucket that fills up again lets through nearly twice
 * as many in its first. One thread.
 */
final class Window {

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
        if (left.size() == most) {
            left.removeFirst();
        }
        left.addLast(now);
    }
}
