// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a conversation is held. An end in the past <em>means</em> free, whether or not anybody has announced it yet. */
public sealed interface Claim {

    /** The hold in force or, when free, the one before; empty if nobody ever held it. */
    Optional<Held> last();

    /** Nobody holds it. {@code last}: the hold that was, since a reply written under an older one must not leave (SPEC.md B1). */
    record Free(Optional<Held> last) implements Claim {

        /** Free from the start. */
        public Free() {
            this(Optional.empty());
        }
    }

    /**
     * One person holds it. {@code renewedAt}: the claim itself or the last sent reply or note, whichever is later.
     * {@code lease}, {@code limit} and {@code idle} are the settings in force when it was taken (SPEC.md T4, T5). {@code
     * another}: the newest claim before this one that was somebody else's.
     */
    record Held(
            ClaimNumber number,
            PersonId holder,
            Instant renewedAt,
            Duration lease,
            Duration limit,
            Duration idle,
            Optional<ClaimNumber> another)
            implements Claim {

        /** The first hold of a conversation. */
        public Held(
                ClaimNumber number, PersonId holder, Instant renewedAt, Duration lease, Duration limit, Duration idle) {
            this(number, holder, renewedAt, lease, limit, idle, Optional.empty());
        }

        @Override
        public Optional<Held> last() {
            return Optional.of(this);
        }

        /** The same hold, coming after {@code before}. */
        public Held after(Optional<Held> before) {
            Optional<ClaimNumber> others = before.flatMap(held -> held.newestNotBy(holder));
            return new Held(number, holder, renewedAt, lease, limit, idle, others);
        }

        /** The newest claim up to this one that was not {@code person}'s. */
        public Optional<ClaimNumber> newestNotBy(PersonId person) {
            return holder.equals(person) ? another : Optional.of(number);
        }

        public Held renewed(Instant at) {
            return new Held(number, holder, at, lease, limit, idle, another);
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
