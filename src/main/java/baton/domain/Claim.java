// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a conversation is held. An end in the past <em>means</em> free, whether or not anybody has announced it yet. */
public sealed interface Claim {

    /** Nobody holds it. */
    record Free() implements Claim {}

    /**
     * One person holds it. {@code renewedAt}: the claim itself or the last sent reply or note, whichever is later.
     * {@code lease}, {@code limit} and {@code idle} are the settings in force when it was taken (SPEC.md T4, T5).
     */
    record Held(ClaimNumber number, PersonId holder, Instant renewedAt, Duration lease, Duration limit, Duration idle)
            implements Claim {

        public Held renewed(Instant at) {
            return new Held(number, holder, at, lease, limit, idle);
        }

        /** When the hold ends unless something happens: the lease's end or the end of patience without input, whichever is first. */
        public Instant until(Optional<Touch> touch) {
            Instant leaseEnd = leaseEnd(touch);
            Instant idleEnd = idleEnd(touch);
            return leaseEnd.isBefore(idleEnd) ? leaseEnd : idleEnd;
        }

        /** The end of the lease, stretched by typing but never beyond {@code limit} since the last sent text. */
        public Instant leaseEnd(Optional<Touch> touch) {
            Instant own = renewedAt.plus(lease);
            Instant stretched =
                    touch.flatMap(Touch::leaseUntil).filter(own::isBefore).orElse(own);
            Instant most = renewedAt.plus(limit);
            return stretched.isBefore(most) ? stretched : most;
        }

        /** When the hold ends for want of input. */
        public Instant idleEnd(Optional<Touch> touch) {
            Instant lastInput =
                    touch.map(Touch::lastInput).filter(renewedAt::isBefore).orElse(renewedAt);
            return lastInput.plus(idle);
        }
    }
}
