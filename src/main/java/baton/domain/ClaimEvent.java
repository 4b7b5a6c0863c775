// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Duration;

/** Who holds the baton (SPEC.md T4, T5). */
public sealed interface ClaimEvent extends Event {

    /**
     * A person took the conversation; the claim's number is this event's number. {@code lease} runs from here and anew
     * from each sent reply or note; {@code limit} is the longest the lease can be stretched by typing; {@code idle} ends it without input.
     */
    record ClaimTaken(PersonId holder, Duration lease, Duration limit, Duration idle) implements ClaimEvent {}

    /** The hold ended. */
    record ClaimReleased(ClaimNumber claim, PersonId holder, Reason reason) implements ClaimEvent {}

    /** Why a hold ended. */
    enum Reason {
        BY_HOLDER,
        LEASE_ENDED,
        IDLE,
        RESOLVED,
        TAKEN_OVER,
        HOLDER_LEFT
    }
}
