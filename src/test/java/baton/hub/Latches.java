// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.concurrent.CountDownLatch;

/** Holds up whoever asks, for instance the writer in the middle of a turn. */
final class Latches {
    private Latches() {}

    /** True, once the latch is down. */
    static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
