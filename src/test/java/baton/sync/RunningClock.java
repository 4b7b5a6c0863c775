// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like any other from a fixed moment, and can be moved. */
final class RunningClock implements InstantSource {
    static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

    private final long begun = System.nanoTime();
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return START.plusNanos(System.nanoTime() - begun).plus(moved.get());
    }

    void pass(Duration time) {
        moved.updateAndGet(time::plus);
    }
}
