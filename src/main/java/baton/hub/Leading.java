// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Loop;
import baton.store.Leases;
import baton.store.StoreException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether this hub is the one that sends and sweeps. With several hubs on one database it is whoever holds the lease; one
 * that stops is replaced within 10 s. Asked from any thread.
 */
public final class Leading implements Loop.Step, BooleanSupplier {

    private static final String NAME = "work";
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Leases leases;
    private volatile boolean leads;

    public Leading(Leases leases) {
        this.leases = leases;
    }

    /** Takes or renews the lease. A database that does not answer means: not leading. */
    @Override
    public Duration run() {
        try {
            leads = leases.hold(NAME, LEASE);
        } catch (StoreException gone) {
            leads = false;
            throw gone;
        }
        return EVERY;
    }

    @Override
    public boolean getAsBoolean() {
        return leads;
    }
}
