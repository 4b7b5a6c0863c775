// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a reply stands on its way to the customer. {@code attempt}: calls begun so far. {@code hubRun}: the run of a hub
 * that made the last one. {@code ticks}: the earliest time of each status Meta reported. {@code misses}: how often each failure
 * code put it off since a person last let it go; {@link Failure#NO_CODE} is the line.
 */
public record Sending(
        SendingState state,
        Fence fence,
        Instant dueAt,
        int attempt,
        Optional<String> hubRun,
        Map<Tick, Instant> ticks,
        Optional<Failure> failure,
        Optional<Refusal> withheld,
        Optional<Pricing> pricing,
        Map<Integer, Integer> misses) {

    public Sending {
        ticks = Map.copyOf(ticks);
        misses = Map.copyOf(misses);
    }

    public static Sending queued(Fence fence, Instant dueAt) {
        return new Sending(
                SendingState.QUEUED,
                fence,
                dueAt,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public Sending in(SendingState next) {
        return new Sending(next, fence, dueAt, attempt, hubRun, ticks, failure, withheld, pricing, misses);
    }

    public Sending started(int nextAttempt, String run) {
        return new Sending(
                SendingState.SENDING,
                fence,
                dueAt,
                nextAttempt,
                Optional.of(run),
                ticks,
                failure,
                withheld,
                pricing,
                misses);
    }

    /** It waits again, since this failed. */
    public Sending postponed(Failure next, Instant at) {
        Map<Integer, Integer> counted = new HashMap<>(misses);
        counted.merge(next.code(), 1, Integer::sum);
        return failing(next).due(at, counted);
    }

    /** A person lets it go again, with all its tries. */
    public Sending again(Instant at) {
        return due(at, Map.of());
    }

    private Sending due(Instant at, Map<Integer, Integer> counted) {
        return new Sending(SendingState.QUEUED, fence, at, attempt, hubRun, ticks, failure, withheld, pricing, counted);
    }

    public Sending failing(Failure next) {
        return new Sending(state, fence, dueAt, attempt, hubRun, ticks, Optional.of(next), withheld, pricing, misses);
    }

    public Sending withheld(Refusal refusal) {
        return new Sending(
                SendingState.WITHHELD,
                fence,
                dueAt,
                attempt,
                hubRun,
                ticks,
                failure,
                Optional.of(refusal),
                pricing,
                misses);
    }

    public Sending priced(Optional<Pricing> next) {
        return new Sending(
                state, fence, dueAt, attempt, hubRun, ticks, failure, withheld, next.or(() -> pricing), misses);
    }

    public Sending ticked(Tick tick, Instant at) {
        Map<Tick, Instant> next = new EnumMap<>(Tick.class);
        next.putAll(ticks);
        next.merge(tick, at, (a, b) -> a.isBefore(b) ? a : b);
        return new Sending(state, fence, dueAt, attempt, hubRun, next, failure, withheld, pricing, misses);
    }
}
