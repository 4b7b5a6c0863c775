// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a reply stands on its way to the customer. {@code attempt}: calls begun so far. {@code hubRun}: the run of a hub
 * that made the last one. {@code ticks}: the earliest time of each status Meta reported.
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
        Optional<Pricing> pricing) {

    public Sending {
        ticks = Map.copyOf(ticks);
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
                Optional.empty());
    }

    public Sending in(SendingState next) {
        return new Sending(next, fence, dueAt, attempt, hubRun, ticks, failure, withheld, pricing);
    }

    public Sending started(int nextAttempt, String run) {
        return new Sending(
                SendingState.SENDING, fence, dueAt, nextAttempt, Optional.of(run), ticks, failure, withheld, pricing);
    }

    public Sending due(Instant at) {
        return new Sending(SendingState.QUEUED, fence, at, attempt, hubRun, ticks, failure, withheld, pricing);
    }

    public Sending failing(Failure next) {
        return new Sending(state, fence, dueAt, attempt, hubRun, ticks, Optional.of(next), withheld, pricing);
    }

    public Sending withheld(Refusal refusal) {
        return new Sending(
                SendingState.WITHHELD, fence, dueAt, attempt, hubRun, ticks, failure, Optional.of(refusal), pricing);
    }

    public Sending priced(Optional<Pricing> next) {
        return new Sending(state, fence, dueAt, attempt, hubRun, ticks, failure, withheld, next.or(() -> pricing));
    }

    public Sending ticked(Tick tick, Instant at) {
        Map<Tick, Instant> next = new EnumMap<>(Tick.class);
        next.putAll(ticks);
        next.merge(tick, at, (a, b) -> a.isBefore(b) ? a : b);
        return new Sending(state, fence, dueAt, attempt, hubRun, next, failure, withheld, pricing);
    }
}
