// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * So many attempts a period for each key, refilled evenly. Forgets keys that were quiet for a whole period, since their
 * allowance is full again; keeps at most 100,000. Safe from any thread.
 */
final class Allowance {
    private final LoadingCache<String, Bucket> buckets;

    Allowance(long attempts, Duration period, InstantSource clock) {
        TimeMeter meter = new Meter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(period)
                .ticker(meter::currentTimeNanos)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    /** Takes one attempt; when there is none left, how long until there is. */
    Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives an attempt back that was a good one. */
    void giveBack(String key) {
        buckets.get(key).addTokens(1);
    }

    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
