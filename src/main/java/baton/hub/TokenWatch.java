// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Failure;
import baton.run.Loop;
import baton.whatsapp.GraphAnswer;
import baton.whatsapp.TokenHealth;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks Meta once a minute whether the access token still works (SPEC.md C7); a broken one turns the connection red. */
public final class TokenWatch implements Loop.Step {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Supplier<GraphAnswer<TokenHealth>> check;
    private final Connection connection;
    private final InstantSource clock;

    public TokenWatch(Supplier<GraphAnswer<TokenHealth>> check, Connection connection, InstantSource clock) {
        this.check = check;
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        switch (check.get()) {
            case GraphAnswer.Ok<TokenHealth> ok -> told(ok.value());
            case GraphAnswer.Refused<TokenHealth> refused -> connection.broken(refused.failure(), clock.instant());
            case GraphAnswer.Unreachable<TokenHealth> gone -> connection.broken(gone.failure(), clock.instant());
        }
        return EVERY;
    }

    private void told(TokenHealth token) {
        connection.told(token, clock.instant());
        if (token.valid()) {
            connection.works(clock.instant());
        } else {
            connection.broken(
                    new Failure(190, "The access token is not valid", Optional.empty(), Optional.empty()),
                    clock.instant());
        }
    }
}
