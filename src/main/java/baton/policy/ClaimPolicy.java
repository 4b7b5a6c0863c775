// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.Conversation;
import baton.domain.Fence;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who may take a conversation and who has it now (SPEC.md T4, T5). A hold whose end has passed is no hold. */
public final class ClaimPolicy {

    /** How long a hold lasts; the lease may be set from 5 to 15 minutes (SPEC.md T4, limit). */
    public record Terms(Duration lease, Duration limit, Duration idle) {

        public static final Terms DEFAULT =
                new Terms(Duration.ofMinutes(7), Duration.ofMinutes(15), Duration.ofMinutes(3));

        /** Refuses leases outside 5 to 15 minutes and limits over 15 with an {@link IllegalArgumentException}. */
        public Terms {
            if (lease.compareTo(Duration.ofMinutes(5)) < 0 || lease.compareTo(Duration.ofMinutes(15)) > 0) {
                throw new IllegalArgumentException(
                        "The claim lease must be 5 to 15 minutes, but was " + lease.toSeconds() + " s");
            }
            if (limit.compareTo(lease) < 0 || limit.compareTo(Duration.ofMinutes(15)) > 0) {
                throw new IllegalArgumentException("A claim may be stretched to 15 minutes at most");
            }
            if (!idle.isPositive()) {
                throw new IllegalArgumentException("The idle time must be longer than nothing");
            }
        }
    }

    private ClaimPolicy() {}

    /** The hold in force at {@code now}; empty when the conversation is free. */
    public static Optional<Claim.Held> heldAt(Claim claim, Optional<Touch> touch, Instant now) {
        return switch (claim) {
            case Claim.Free _ -> Optional.empty();
            case Claim.Held held ->
                now.isBefore(held.until(touchOf(held, touch))) ? Optional.of(held) : Optional.empty();
        };
    }

    /**
     * The release that is due: the conversation counts as held in the journal but is free at {@code now}. Whoever appends to
     * this conversation writes it first, so that nothing written later brings an ended hold back.
     */
    public static Optional<ClaimEvent.ClaimReleased> lapse(
            Conversation conversation, Optional<Touch> touch, Instant now) {
        return conversation.claim() instanceof Claim.Held held
                        && heldAt(held, touch, now).isEmpty()
                ? Optional.of(new ClaimEvent.ClaimReleased(held.number(), held.holder(), endOf(held, touch)))
                : Optional.empty();
    }

    /** Why a hold that is over ended. */
    public static ClaimEvent.Reason endOf(Claim.Held held, Optional<Touch> touch) {
        Optional<Touch> own = touchOf(held, touch);
        return held.idleEnd(own).isBefore(held.leaseEnd(own)) ? ClaimEvent.Reason.IDLE : ClaimEvent.Reason.LEASE_ENDED;
    }

    /** Why {@code who} may not take it, if so: it is closed, or somebody else has it (named, with the end of their hold). */
    public static Optional<Refusal> refuseClaim(
            Conversation conversation, Optional<Touch> touch, PersonId who, Instant now) {
        if (!conversation.open()) {
            return Optional.of(Refusal.because(Refusal.Reason.NOT_OPEN));
        }
        return heldAt(conversation.claim(), touch, now)
                .filter(held -> !held.holder().equals(who))
                .map(held -> heldByOther(held, touch));
    }

    /** Why {@code who} cannot act as the holder under this fence's claim: not theirs any more, or an older claim of theirs. */
    public static Optional<Refusal> refuseHolder(
            Conversation conversation, Optional<Touch> touch, PersonId who, Fence fence, Instant now) {
        Optional<Claim.Held> held = heldAt(conversation.claim(), touch, now);
        if (held.isEmpty()) {
            return Optional.of(Refusal.because(Refusal.Reason.NOT_HELD));
        }
        if (!held.get().holder().equals(who)) {
            return Optional.of(heldByOther(held.get(), touch));
        }
        if (!held.get().number().equals(fence.claim())) {
            return Optional.of(Refusal.because(
                    Refusal.Reason.STALE_CLAIM,
                    Map.of("claim", held.get().number().toString())));
        }
        return Optional.empty();
    }

    /** Why what {@code author} wrote under this fence's claim is overtaken: somebody else took the conversation since. */
    static Optional<Refusal> refuseOvertaken(
            Conversation conversation, Optional<Touch> touch, PersonId author, Fence fence, Instant now) {
        Claim claim = conversation.claim();
        return claim.last()
                .flatMap(held -> held.newestNotBy(author))
                .filter(other -> other.value() > fence.claim().value())
                .map(other -> heldAt(claim, touch, now)
                        .filter(held -> !held.holder().equals(author))
                        .map(held -> heldByOther(held, touch))
                        .orElseGet(
                                () -> Refusal.because(Refusal.Reason.STALE_CLAIM, Map.of("claim", other.toString()))));
    }

    /** The refusal that names the holder and the end of the hold. */
    public static Refusal heldByOther(Claim.Held held, Optional<Touch> touch) {
        return Refusal.because(
                Refusal.Reason.HELD_BY_OTHER,
                Map.of(
                        "holder", held.holder().value(),
                        "until", held.until(touchOf(held, touch)).toString()));
    }

    private static Optional<Touch> touchOf(Claim.Held held, Optional<Touch> touch) {
        return touch.filter(known -> known.person().equals(held.holder()));
    }
}
