// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The hub's time, from this machine's clock and an offset measured at every answer: the hub said its time between our question
 * and its answer, so the offset lies between two bounds, and many answers narrow them. A clock that was set, or a machine that
 * slept, contradicts them and begins anew. Safe from any thread.
 */
final class HubTime implements InstantSource {
    /** How far two honest clocks may drift apart: 100 µs a second. */
    private static final long DRIFT = 10_000;

    private final InstantSource clock;
    private boolean isMeasured;
    private boolean isContradicted;
    private Duration least = Duration.ZERO;
    private Duration most = Duration.ZERO;
    private Instant measuredAt = Instant.EPOCH;

    HubTime(InstantSource clock) {
        this.clock = clock;
    }

    /** The hub said {@code hub} at some moment between {@code asked} and {@code came} of this machine's clock. */
    synchronized void measured(Instant hub, Instant asked, Instant came) {
        Duration low = Duration.between(came, hub);
        Duration high = Duration.between(asked, hub);
        Duration drift = Duration.between(measuredAt, came).abs().dividedBy(DRIFT);
        Duration nextLeast = longer(low, least.minus(drift));
        Duration nextMost = longer(high.negated(), most.plus(drift).negated()).negated();
        boolean agrees = isMeasured && nextLeast.compareTo(nextMost) <= 0;
        isContradicted = isMeasured && !agrees;
        least = agrees ? nextLeast : low;
        most = agrees ? nextMost : high;
        measuredAt = came;
        isMeasured = true;
    }

    /** Whether the last answer contradicted all before: what is known now is what it alone tells. */
    synchronized boolean isContradicted() {
        return isContradicted;
    }

    synchronized Duration offset() {
        // Not zero divided: Java divides lengths of time as decimals, whose largest powers it works out first, and a
        // window would wait for it.
        return isMeasured ? least.plus(most).dividedBy(2) : Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(offset());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
