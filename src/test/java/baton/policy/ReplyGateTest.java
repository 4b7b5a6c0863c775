// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.ConversationEvent;
import baton.domain.Fence;
import baton.domain.Inbound;
import baton.domain.MediaKind;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyGateTest {

    private static final Content HELLO = new Content.Text("Hello");
    private static final Content NOTHING = new Content.Text(" ");

    private final Story story = new Story();
    private final Instant written = story.now();
    private final long seen = story.customerWrites("Where is it?");
    private final ClaimNumber claim = story.claims(Story.MINA);

    @Test
    void theHolderWhoHasSeenEverythingMayReply() {
        assertThat(refuse(HELLO)).isEmpty();
    }

    @Test
    void theFirstReasonIsTold() {
        // Everything is wrong at once; then one thing after the other is put right.
        story.tell(new ConversationEvent.ConversationResolved(Story.MINA));
        Instant late = written.plus(Duration.ofHours(25));
        Fence blind = new Fence(new ClaimNumber(1), 0);
        assertThat(reason(Story.JUN, blind, late)).contains(Reason.NOT_OPEN);

        story.tell(new ConversationEvent.ConversationReopened(Optional.of(Story.MINA)));
        assertThat(reason(Story.JUN, blind, late)).contains(Reason.NOT_HELD);

        story.after(Duration.between(story.now(), late));
        ClaimNumber held = story.claims(Story.MINA);
        assertThat(reason(Story.JUN, blind, late)).contains(Reason.HELD_BY_OTHER);
        assertThat(reason(Story.MINA, blind, late)).contains(Reason.STALE_CLAIM);
        assertThat(reason(Story.MINA, new Fence(held, 0), late)).contains(Reason.NEWER_MESSAGE);
        assertThat(reason(Story.MINA, new Fence(held, seen), late)).contains(Reason.WINDOW_CLOSED);

        long answered = story.customerWrites("still there?");
        assertThat(reason(Story.MINA, new Fence(held, answered), story.now())).contains(Reason.EMPTY);
    }

    @Test
    void theFenceTellsWhatIsNewer() {
        long newer = story.customerWrites("Forget it, it came");

        assertThat(refuse(HELLO))
                .contains(Refusal.because(
                        Reason.NEWER_MESSAGE, Map.of("newest", Long.toString(newer), "seen", Long.toString(seen))));
    }

    @Test
    void aMessageUnderMetasAgentIsBehindTheFenceTooAndHistoryIsNot() {
        story.customerWrites("years ago", Inbound.Way.HISTORY, written.minus(Duration.ofDays(90)));
        assertThat(refuse(HELLO)).isEmpty();

        story.customerWrites("to the agent", Inbound.Way.STANDBY, story.now());
        assertThat(refuse(HELLO)).map(Refusal::reason).contains(Reason.NEWER_MESSAGE);
    }

    @Test
    void theWindowClosesTwoMinutesBeforeItsDay() {
        Instant closes = written.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(2));
        story.after(Duration.between(story.now(), closes).minusSeconds(30));
        Fence fence = new Fence(story.claims(Story.MINA), seen);

        assertThat(reason(Story.MINA, fence, closes.minusMillis(1))).contains(Reason.EMPTY);
        assertThat(reason(Story.MINA, fence, closes)).contains(Reason.WINDOW_CLOSED);
    }

    @Test
    void aTextHasAtMostSoManyUnitsAsThePlatformTakes() {
        assertThat(refuse(new Content.Text("x".repeat(4096)))).isEmpty();
        assertThat(refuse(new Content.Text("👍".repeat(2048)))).isEmpty();
        assertThat(refuse(new Content.Text("👍".repeat(2048) + "x")))
                .contains(Refusal.because(Reason.TOO_LONG, Map.of("characters", "4097", "most", "4096")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "\u00a0",
                "\u3000",
                "\u200b",
                "\u200e\u200f",
                "\u202b\u202c",
                "\u2066\u2069",
                "\u200d",
                "\ufeff",
                "\u00ad",
                "\u0000",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "\u2800",
                "\ufe0f",
                "\u034f",
                "\udb40\udc41",
                " \u200d \u3164\n"
            })
    void textWithoutAnythingToSeeIsEmpty(String text) {
        assertThat(refuse(new Content.Text(text))).contains(Refusal.because(Reason.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "안녕", "👍", "👨‍👩‍👧", "❤️", "\u200fשלום", " x ", "🇰🇷"})
    void textWithSomethingToSeeGoes(String text) {
        assertThat(refuse(new Content.Text(text))).isEmpty();
    }

    @Test
    void aReactionIsAnEmojiOrNothingAtAll() {
        assertThat(refuse(reaction("👍🏽"))).isEmpty();
        assertThat(refuse(reaction(""))).isEmpty();
        assertThat(refuse(reaction(" \u200d"))).contains(Refusal.because(Reason.EMPTY));
        assertThat(refuse(reaction("x".repeat(33)))).map(Refusal::reason).contains(Reason.TOO_LONG);
    }

    @Test
    void whatThisReleaseCannotSendIsNamed() {
        Content picture = new Content.Media(
                MediaKind.IMAGE, "1", "image/png", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(refuse(picture)).contains(Refusal.because(Reason.NOT_SENDABLE, Map.of("type", "Media")));
    }

    @Test
    void aReplyLeavesAlthoughItsHoldRanOutOrWasLetGo() {
        assertThat(departure(story.now().plusSeconds(600))).isEmpty();
        story.released(claim, Story.MINA);
        assertThat(departure(story.now())).isEmpty();
        story.tell(new ConversationEvent.ConversationResolved(Story.MINA));
        assertThat(departure(story.now())).isEmpty();
    }

    @Test
    void aReplyStaysWhileSomebodyElseHasTheConversation() {
        story.claims(Story.JUN);

        assertThat(departure(story.now())).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.HELD_BY_OTHER);
            assertThat(refusal.facts()).containsEntry("holder", "jun");
        });
    }

    @Test
    void aReplyStaysOnceSomebodyElseHadTheConversationInBetween() {
        ClaimNumber other = story.claims(Story.JUN);
        Refusal stale = Refusal.because(Reason.STALE_CLAIM, Map.of("claim", other.toString()));
        assertThat(departure(story.now().plusSeconds(600))).contains(stale);

        story.released(other, Story.JUN);
        assertThat(departure(story.now())).contains(stale);

        story.claims(Story.MINA);
        assertThat(departure(story.now())).contains(stale);
    }

    @Test
    void itsAuthorsOwnNextClaimDoesNotStopAReply() {
        story.claims(Story.MINA);

        assertThat(departure(story.now())).isEmpty();
    }

    @Test
    void aReplyStaysWhenTheCustomerWroteOrTheWindowClosed() {
        assertThat(departure(written.plus(Duration.ofHours(24))))
                .map(Refusal::reason)
                .contains(Reason.WINDOW_CLOSED);
        story.customerWrites("one more thing");
        assertThat(departure(story.now())).map(Refusal::reason).contains(Reason.NEWER_MESSAGE);
    }

    private static Content reaction(String emoji) {
        return new Content.Reaction(new MessageId(3), emoji);
    }

    private Optional<Refusal> refuse(Content content) {
        return ReplyGate.refuse(
                story.conversation(), Optional.empty(), Story.MINA, new Fence(claim, seen), content, story.now());
    }

    private Optional<Reason> reason(PersonId who, Fence fence, Instant now) {
        return ReplyGate.refuse(story.conversation(), Optional.empty(), who, fence, NOTHING, now)
                .map(Refusal::reason);
    }

    private Optional<Refusal> departure(Instant now) {
        return ReplyGate.refuseDeparture(
                story.conversation(), Optional.empty(), Story.MINA, new Fence(claim, seen), now);
    }
}
