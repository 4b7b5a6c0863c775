// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One webhook body on its way: when it is due, how often it was tried, and the lane whose order it keeps. */
record Parcel(Optional<String> lane, Bytes body, Instant born, Instant due, int tries, long order) {
    /** Meta tries for 36 hours by one of its pages, 7 days by another (Cloud API 1.3); the shorter is the harder test. */
    static final Duration GIVES_UP_AFTER = Duration.ofHours(36);

    private static final List<Duration> GAPS = List.of(
            Duration.ZERO,
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    /** The next try after one that failed: at once, then with growing gaps. */
    Parcel triedAt(Instant now) {
        Duration gap = GAPS.get(Math.min(tries, GAPS.size() - 1));
        return new Parcel(lane, body, born, now.plus(gap), tries + 1, order);
    }

    Parcel dueAt(Instant now) {
        return due.isBefore(now) ? new Parcel(lane, body, born, now, tries, order) : this;
    }

    boolean hopeless(Instant now) {
        return born.plus(GIVES_UP_AFTER).isBefore(now);
    }
}
