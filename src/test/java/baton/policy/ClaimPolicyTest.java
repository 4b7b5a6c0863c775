// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.Fence;
import baton.domain.MessageEvent;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimPolicyTest {

    private final Story story = new Story();
    private final ClaimNumber number = story.claims(Story.MINA);
    private final Instant taken = story.now();

    @Test
    void aHoldIsOverAtItsEndWhetherOrNotAnybodySaidSo() {
        Instant end = taken.plusSeconds(180);

        assertThat(ClaimPolicy.heldAt(claim(), Optional.empty(), end.minusNanos(1)))
                .isPresent();
        assertThat(ClaimPolicy.heldAt(claim(), Optional.empty(), end)).isEmpty();
        assertThat(ClaimPolicy.heldAt(new Claim.Free(), Optional.empty(), taken))
                .isEmpty();
    }

    @Test
    void onlyTheHoldersOwnTouchKeepsAHold() {
        assertThat(ClaimPolicy.heldAt(claim(), touch(Story.MINA, 100, null), taken.plusSeconds(200)))
                .isPresent();
        assertThat(ClaimPolicy.heldAt(claim(), touch(Story.JUN, 100, null), taken.plusSeconds(200)))
                .isEmpty();
    }

    @Test
    void anotherIsToldWhoHasItAndUntilWhen() {
        Optional<Refusal> refusal =
                ClaimPolicy.refuseClaim(open(), touch(Story.MINA, 60, null), Story.JUN, taken.plusSeconds(90));

        assertThat(refusal)
                .contains(Refusal.because(
                        Refusal.Reason.HELD_BY_OTHER,
                        Map.of("holder", "mina", "until", taken.plusSeconds(240).toString())));
    }

    @Test
    void theHolderMayClaimAgainAndAnybodyOnceItIsOver() {
        assertThat(ClaimPolicy.refuseClaim(open(), Optional.empty(), Story.MINA, taken))
                .isEmpty();
        assertThat(ClaimPolicy.refuseClaim(open(), Optional.empty(), Story.JUN, taken.plusSeconds(180)))
                .isEmpty();
    }

    @Test
    void aClosedConversationIsNotTaken() {
        story.tell(new ConversationEvent.ConversationResolved(Story.MINA));

        assertThat(ClaimPolicy.refuseClaim(open(), Optional.empty(), Story.MINA, taken))
                .contains(Refusal.because(Refusal.Reason.NOT_OPEN));
    }

    @Test
    void theHolderActsUnderTheirPresentClaimOnly() {
        ClaimNumber again = story.claims(Story.MINA);

        assertThat(refuseHolder(Story.MINA, again, 0)).isEmpty();
        assertThat(refuseHolder(Story.MINA, number, 0))
                .contains(Refusal.because(Refusal.Reason.STALE_CLAIM, Map.of("claim", again.toString())));
        assertThat(refuseHolder(Story.JUN, again, 0)).map(Refusal::reason).contains(Refusal.Reason.HELD_BY_OTHER);
        assertThat(refuseHolder(Story.MINA, again, 400)).contains(Refusal.because(Refusal.Reason.NOT_HELD));
    }

    @Test
    void aLapsedHoldIsReleasedWithTheReasonItEnded() {
        assertThat(ClaimPolicy.lapse(open(), Optional.empty(), taken.plusSeconds(179)))
                .isEmpty();
        assertThat(ClaimPolicy.lapse(open(), Optional.empty(), taken.plusSeconds(180)))
                .contains(new ClaimEvent.ClaimReleased(number, Story.MINA, ClaimEvent.Reason.IDLE));
        assertThat(ClaimPolicy.lapse(open(), touch(Story.MINA, 400, null), taken.plusSeconds(420)))
                .contains(new ClaimEvent.ClaimReleased(number, Story.MINA, ClaimEvent.Reason.LEASE_ENDED));
        story.released(number, Story.MINA);
        assertThat(ClaimPolicy.lapse(open(), Optional.empty(), taken.plusSeconds(999)))
                .isEmpty();
    }

    @Test
    void aNoteWrittenAfterTheLimitBringsNoHoldBack() {
        story.after(Duration.ofMinutes(15)).tell(new MessageEvent.NoteWritten(Story.MINA, "forgot this", List.of()));

        assertThat(ClaimPolicy.heldAt(claim(), Optional.empty(), story.now())).isEmpty();
    }

    @Test
    void theHoldersRepliesAndNotesRenewTheLeaseAndNobodyElses() {
        story.tell(new MessageEvent.NoteWritten(Story.JUN, "psst", List.of()));
        assertThat(((Claim.Held) claim()).renewedAt()).isEqualTo(taken);
        story.tell(new MessageEvent.NoteWritten(Story.MINA, "mine", List.of()));
        assertThat(((Claim.Held) claim()).renewedAt()).isEqualTo(story.now());
        story.replies(Story.MINA);
        assertThat(((Claim.Held) claim()).renewedAt()).isEqualTo(story.now());
    }

    @Test
    void theEndOfAnOlderClaimDoesNotEndTheOneInForce() {
        ClaimNumber next = story.claims(Story.JUN);
        story.released(number, Story.MINA);

        assertThat(claim())
                .isInstanceOfSatisfying(
                        Claim.Held.class, held -> assertThat(held.number()).isEqualTo(next));
    }

    @ParameterizedTest
    @CsvSource({"5, 15, 3", "7, 15, 3", "15, 15, 1", "5, 5, 3"})
    void termsWithinTheLimitsAreTaken(long lease, long limit, long idle) {
        assertThat(terms(lease, limit, idle).lease()).isEqualTo(Duration.ofMinutes(lease));
    }

    @ParameterizedTest
    @CsvSource({"4, 15, 3", "16, 16, 3", "16, 15, 3", "7, 6, 3", "7, 16, 3", "7, 15, 0", "7, 15, -1"})
    void termsOutsideTheLimitsAreRefused(long lease, long limit, long idle) {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(lease, limit, idle));
    }

    private static ClaimPolicy.Terms terms(long lease, long limit, long idle) {
        return new ClaimPolicy.Terms(Duration.ofMinutes(lease), Duration.ofMinutes(limit), Duration.ofMinutes(idle));
    }

    private Optional<Refusal> refuseHolder(PersonId who, ClaimNumber claim, long seconds) {
        return ClaimPolicy.refuseHolder(
                open(), Optional.empty(), who, new Fence(claim, 0), story.now().plusSeconds(seconds));
    }

    private Optional<Touch> touch(PersonId who, long input, Long stretched) {
        return Optional.of(new Touch(
                open().id(),
                who,
                taken.plusSeconds(input),
                Optional.ofNullable(stretched).map(taken::plusSeconds)));
    }

    private Conversation open() {
        return story.conversation();
    }

    private Claim claim() {
        return open().claim();
    }
}
