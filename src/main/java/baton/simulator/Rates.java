// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The platform's sending limits: 80 messages a second for the number, and per customer one in 6 s with a burst of 45 (Cloud API 9). Thread-safe. */
final class Rates {
    static final int PER_SECOND = 80;
    static final int PAIR_BURST = 45;
    static final Duration PAIR_REFILL = Duration.ofSeconds(6);

    private final LinkedHashMap<String, TokenBucket> pairs = new LinkedHashMap<>();
    private final TokenBucket throughput;

    Rates(Instant now) {
        throughput = new TokenBucket(PER_SECOND, Duration.ofSeconds(1).dividedBy(PER_SECOND), now);
    }

    /** Takes one message's share of both limits, or says which is used up. */
    synchronized Optional<GraphError> take(String phone, Instant now) {
        if (!throughput.take(now)) {
            return Optional.of(GraphError.of(130429, "Cloud API message throughput has been reached."));
        }
        if (!pair(phone, now).take(now)) {
            return Optional.of(GraphError.of(
                    131056, "Too many messages sent from this number to the same recipient in a short time."));
        }
        return Optional.empty();
    }

    /** Inbound messages share the throughput, but are never held up by it. */
    synchronized void received(Instant now) {
        throughput.drain(now);
    }

    private TokenBucket pair(String phone, Instant now) {
        if (pairs.size() > Phones.MOST) {
            pairs.pollFirstEntry();
        }
        return pairs.computeIfAbsent(phone, key -> new TokenBucket(PAIR_BURST, PAIR_REFILL, now));
    }
}
