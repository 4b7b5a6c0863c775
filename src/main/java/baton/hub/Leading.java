// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Loop;
import baton.store.Leases;
import baton.store.StoreException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this hub is the one that sends and sweeps, when several share a database: whoever holds the lease. One that stops
 * is replaced within 10 s (a look, the lease, another look, and a loop's rest); one that hangs stops believing that it leads
 * before another may begin. Asked from any thread.
 */
public final class Leading implements BooleanSupplier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leading.class);
    private static final String NAME = "work";
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration SURE = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Leases leases;
    private final LongSupplier timer;
    private final Loop loop = new Loop("leading", this::look, Leading::tell, EVERY);
    private volatile boolean holds;
    private volatile long asked;

    /** {@code timer}: nanoseconds, as of {@link System#nanoTime}. */
    Leading(Leases leases, LongSupplier timer) {
        this.leases = leases;
        this.timer = timer;
    }

    /** Begins to ask for the lease each second, also while the database is away, and to renew it until closed. */
    public static Leading begin(Leases leases) {
        Leading leading = new Leading(leases, System::nanoTime);
        leading.loop.start();
        return leading;
    }

    private static void tell(RuntimeException broken) {
        LOG.error("The lease could not be renewed; another hub may lead", broken);
    }

    /** Takes or renews the lease. A database that does not answer means: not leading. */
    Duration look() {
        long before = timer.getAsLong();
        try {
            holds = leases.hold(NAME, LEASE);
            asked = before;
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

    /** Lets go of the lease, so that another hub can go on at once: call it when nothing that needs it is under way any more. */
    @Override
    public void close() {
        loop.close();
        holds = false;
        leases.release();
    }
}
