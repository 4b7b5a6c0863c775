// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.run.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The webhook's verification by GET (WHATSAPP.md 1.1): whoever knows our verify token gets their challenge back. Any thread. */
public final class Handshake {
    private final Secret verifyToken;

    public Handshake(Secret verifyToken) {
        this.verifyToken = verifyToken;
    }

    /** The exact body of the 200, as text/plain; empty means 403. Takes the query parameters as they came, missing ones as null. */
    public Optional<String> answer(@Nullable String mode, @Nullable String challenge, @Nullable String token) {
        if (challenge == null || token == null || !verifyToken.matches(token)) {
            return Optional.empty();
        }
        return Optional.of(challenge).filter(_ -> "subscribe".equals(mode));
    }
}
