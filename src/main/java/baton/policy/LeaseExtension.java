// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.PersonId;
import baton.domain.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lease extends by itself while the holder types with under 60 s left: to 60 s from now, never beyond the limit since
 * the claim or the last sent text (SPEC.md T4).
 */
public final class LeaseExtension {
    public static final Duration STEP = Duration.ofSeconds(60);

    private LeaseExtension() {}

    /**
     * The touch to note for input by {@code who} at {@code now}; {@code before} is what was noted of the same person. Input after
     * the end of a hold does not bring it back, although nobody may have announced the end yet.
     */
    public static Touch touched(
            Conversation conversation, Optional<Touch> before, PersonId who, boolean typing, Instant now) {
        Optional<Instant> stretched = before.flatMap(Touch::leaseUntil);
        Optional<Claim.Held> over = lapsed(conversation.claim(), before, who, now);
        if (over.isPresent()) {
            return before.orElseGet(
                    () -> new Touch(conversation.id(), who, over.get().renewedAt(), stretched));
        }
        Optional<Claim.Held> held = ClaimPolicy.heldAt(conversation.claim(), before, now)
                .filter(hold -> typing && hold.holder().equals(who));
        Optional<Instant> lease =
                held.flatMap(hold -> extended(hold, before, now)).or(() -> stretched);
        return new Touch(conversation.id(), who, now, lease);
    }

    private static Optional<Claim.Held> lapsed(Claim claim, Optional<Touch> before, PersonId who, Instant now) {
        return claim instanceof Claim.Held held
                        && held.holder().equals(who)
                        && ClaimPolicy.heldAt(held, before, now).isEmpty()
                ? Optional.of(held)
                : Optional.empty();
    }

    /** The new end of the lease when the holder types at {@code now}; empty while there is time enough, or no more to give. */
    private static Optional<Instant> extended(Claim.Held held, Optional<Touch> touch, Instant now) {
        Instant end = held.leaseEnd(touch);
        Instant wanted = now.plus(STEP);
        Instant most = held.renewedAt().plus(held.limit());
        return end.isBefore(wanted) ? Optional.of(wanted.isBefore(most) ? wanted : most) : Optional.empty();
    }
}
