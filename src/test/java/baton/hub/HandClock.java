// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T14:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
