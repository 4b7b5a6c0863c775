// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.CustomerId;
import baton.domain.NumberId;
import baton.policy.PacePolicy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Lets messages leave no faster than allowed, per business number and per customer (SPEC.md C4), and keeps a number back
 * that the platform told to pause. Used by the dispatch loop's thread; bounded.
 */
final class Pace {

    private record Pair(NumberId number, CustomerId customer) {}

    private final PacePolicy policy;
    private final InstantSource clock;
    private final TimeMeter meter;
    private final Map<NumberId, Window> numbers = new ConcurrentHashMap<>();
    private final Map<NumberId, Instant> pausedUntil = new ConcurrentHashMap<>();
    private final Cache<Pair, Bucket> pairs = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final Cache<Pair, Window> newcomers = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Pace(PacePolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
        this.meter = new Meter(clock);
    }

    /** Zero when one message may leave now, which is then counted; otherwise how long to wait before asking again. */
    Duration tryLeave(NumberId number, CustomerId customer, boolean isNew) {
        Duration pause = Duration.between(clock.instant(), pausedUntil.getOrDefault(number, Instant.EPOCH));
        if (pause.isPositive()) {
            return pause;
        }
        Window all = numbers.computeIfAbsent(number, _ -> new Window(policy.perSecond(), Duration.ofSeconds(1)));
        Pair pair = new Pair(number, customer);
        return isNew ? tryLeave(all, newcomer(pair)) : tryLeave(all, known(pair));
    }

    private Window newcomer(Pair pair) {
        return newcomers.get(pair, _ -> new Window(policy.newPerMinute(), Duration.ofMinutes(1)));
    }

    private Bucket known(Pair pair) {
        return pairs.get(pair, _ -> bucket(PacePolicy.PAIR_AT_ONCE, 1, PacePolicy.PAIR_EVERY));
    }

    private Duration tryLeave(Window all, Window own) {
        Instant now = clock.instant();
        Duration wait = longer(own.waitAt(now), all.waitAt(now));
        if (wait.isZero()) {
            own.count(now);
            all.count(now);
        }
        return wait;
    }

    private Duration tryLeave(Window all, Bucket own) {
        Instant now = clock.instant();
        Duration wait = longer(waitFor(own), all.waitAt(now));
        if (wait.isZero()) {
            own.tryConsume(1);
            all.count(now);
        }
        return wait;
    }

    /** The numbers that pause now, and for how long each still does. */
    Map<NumberId, Duration> paused() {
        Instant now = clock.instant();
        return pausedUntil.entrySet().stream()
                .filter(pause -> pause.getValue().isAfter(now))
                .collect(Collectors.toMap(Map.Entry::getKey, pause -> Duration.between(now, pause.getValue())));
    }

    /** Nothing leaves this number until then. */
    void pause(NumberId number, Instant until) {
        pausedUntil.merge(number, until, (a, b) -> a.isAfter(b) ? a : b);
    }

    private Bucket bucket(int capacity, int tokens, Duration period) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(tokens, period))
                .build();
    }

    private static Duration waitFor(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(
                    Duration.between(Instant.EPOCH, clock.instant()).toMillis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
