// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Loop;
import baton.store.Leases;
import baton.store.StoreException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether this hub is the one that sends and sweeps, when several share a database: whoever holds the lease. One that stops
 * is replaced within 10 s (a look, the lease, another look, and a loop's rest); one that hangs stops believing that it leads
 * before another may begin. Asked from any thread.
 */
public final class Leading implements Loop.Step, BooleanSupplier {

    private static final String NAME = "work";
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration SURE = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Leases leases;
    private final LongSupplier timer;
    private volatile boolean holds;
    private volatile long asked;

    /** {@code timer}: nanoseconds, as of {@link System#nanoTime}. */
    public Leading(Leases leases, LongSupplier timer) {
        this.leases = leases;
        this.timer = timer;
    }

    /** Takes or renews the lease. A database that does not answer means: not leading. */
    @Override
    public Duration run() {
        long before = timer.getAsLong();
        try {
            boolean held = leases.hold(NAME, LEASE);
            asked = before;
            holds = held;
        } catch (StoreException gone) {
            holds = false;
            throw gone;
        }
        return EVERY;
    }

    @Override
    public boolean getAsBoolean() {
        return holds && timer.getAsLong() - asked < SURE.toNanos();
    }
}
