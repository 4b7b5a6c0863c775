// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Failure;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How the line to Meta stands, for health and the status bar (SPEC.md C7). Safe from any thread. */
public final class Connection {

    /** Green: it works; red: somebody has to do something; unknown: nobody has asked yet. */
    public enum Colour {
        UNKNOWN,
        GREEN,
        RED
    }

    /** {@code why}: Meta's or the line's words when red. */
    public record State(Colour colour, Instant since, Optional<Failure> why) {}

    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Colour.UNKNOWN, Instant.EPOCH, Optional.empty()));

    public State state() {
        return state.get();
    }

    void works(Instant now) {
        state.updateAndGet(
                before -> before.colour() == Colour.GREEN ? before : new State(Colour.GREEN, now, Optional.empty()));
    }

    void broken(Failure why, Instant now) {
        state.updateAndGet(before ->
                new State(Colour.RED, before.colour() == Colour.RED ? before.since() : now, Optional.of(why)));
    }
}
