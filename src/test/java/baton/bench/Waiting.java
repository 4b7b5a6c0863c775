// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Waiting() {}

    /** Looks every 0.2 ms; gives up loudly after a minute. */
    static void until(BooleanSupplier isSo) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not come within " + LONGEST.toSeconds() + " s");
            }
            LockSupport.parkNanos(200_000);
        }
    }
}
