// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.time.Duration;

/**
 * How long the door waits for a body: {@code grace} however slow it comes, then only while it comes with
 * {@code bytesPerSecond} on the whole, and never longer than {@code most}.
 */
record Patience(Duration grace, long bytesPerSecond, Duration most) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(5), 2_048, Duration.ofSeconds(30));

    boolean isOver(Duration waited, long bytes) {
        if (waited.compareTo(grace) < 0) {
            return false;
        }
        return waited.compareTo(most) >= 0 || bytes < bytesPerSecond * waited.toMillis() / 1000;
    }
}
