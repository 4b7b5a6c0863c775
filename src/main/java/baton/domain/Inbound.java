// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/** A message that came in, as the delivery tells it: who to, Meta's id, the second it was written, what it says, by which way. */
public record Inbound(
        NumberId number,
        Wamid wamid,
        Instant sentAt,
        Content content,
        Optional<Quote> quote,
        Optional<Referral> referral,
        Way way) {

    /** How it reached us. */
    public enum Way {
        /** To us. */
        DIRECT,
        /** Another holder, Meta's agent, controls the conversation: shown in place, read-only (SPEC.md C10). */
        STANDBY,
        /** Written before we were connected (WHATSAPP.md 1.8, history): shown, but nobody waits for an answer. */
        HISTORY
    }

    /** The same message, written at another time. */
    public Inbound at(Instant time) {
        return new Inbound(number, wamid, time, content, quote, referral, way);
    }
}
