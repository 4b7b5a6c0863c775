// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long customer messages took from the hub's journal to the listeners: the newest, and the 95th percentile of today by
 * the hub's day in UTC (SPEC.md B15). Counted in steps of 1 ms up to a minute. Safe from any thread.
 */
final class Latencies {
    private static final int LONGEST = 60_000;

    private final int[] counts = new int[LONGEST + 1];
    private int total;
    private LocalDate day = LocalDate.EPOCH;
    private Optional<Duration> newest = Optional.empty();

    synchronized void note(Instant happened, Instant shown) {
        LocalDate today = LocalDate.ofInstant(shown, ZoneOffset.UTC);
        if (!today.equals(day)) {
            Arrays.fill(counts, 0);
            total = 0;
            day = today;
        }
        long millis = Duration.between(happened, shown).toMillis();
        int step = (int) Math.max(0, Math.min(LONGEST, millis));
        counts[step]++;
        total++;
        newest = Optional.of(Duration.ofMillis(step));
    }

    synchronized Optional<Duration> newest() {
        return newest;
    }

    synchronized Optional<Duration> p95() {
        long wanted = (total * 95L + 99) / 100;
        long seen = 0;
        for (int step = 0; total > 0 && step <= LONGEST; step++) {
            seen += counts[step];
            if (seen >= wanted) {
                return Optional.of(Duration.of(step, TimeUnit.MILLISECONDS.toChronoUnit()));
            }
        }
        return Optional.empty();
    }
}
