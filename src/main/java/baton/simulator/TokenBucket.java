// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;

/** A limit with a burst: holds up to {@code capacity} tokens and gains one per {@code refill}. Not thread-safe: its owner locks. */
final class TokenBucket {
    private final int capacity;
    private final double refillNanos;
    private double tokens;
    private Instant last;

    TokenBucket(int capacity, Duration refill, Instant now) {
        this.capacity = capacity;
        this.refillNanos = refill.toNanos();
        this.tokens = capacity;
        this.last = now;
    }

    /** Takes one token; false when there is none. */
    boolean take(Instant now) {
        refill(now);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** Takes one token if there is one. */
    void drain(Instant now) {
        refill(now);
        tokens = Math.max(0, tokens - 1);
    }

    private void refill(Instant now) {
        if (now.isAfter(last)) {
            tokens = Math.min(capacity, tokens + Duration.between(last, now).toNanos() / refillNanos);
            last = now;
        }
    }
}
