// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Failure;
import baton.whatsapp.TokenHealth;
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

    /** What Meta said of the access token, and when it was asked. */
    public record Token(TokenHealth health, Instant asked) {}

    private final AtomicReference<Optional<Token>> token = new AtomicReference<>(Optional.empty());

    public State state() {
        return state.get();
    }

    /** Empty until Meta has answered once. */
    public Optional<Token> token() {
        return token.get();
    }

    void told(TokenHealth health, Instant now) {
        token.set(Optional.of(new Token(health, now)));
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
