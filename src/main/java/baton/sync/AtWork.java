// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import java.time.Duration;
import java.time.Instant;

/** Somebody touched a conversation: when by the hub's clock, and whether by typing. Volatile: never in the journal. */
public record AtWork(ConversationId conversation, PersonId person, Instant lastInput, boolean byTyping) {

    /** A desk that types says so every few seconds; one that stops saying so is not typing. */
    private static final Duration TYPING = Duration.ofSeconds(6);

    public boolean typesAt(Instant now) {
        return byTyping && now.isBefore(lastInput.plus(TYPING));
    }
}
