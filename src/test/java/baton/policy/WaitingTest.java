// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Author;
import baton.domain.Content;
import baton.domain.ConversationEvent;
import baton.domain.DeliveryId;
import baton.domain.Failure;
import baton.domain.Inbound;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Refusal;
import baton.domain.SendingEvent;
import baton.domain.Settlement;
import baton.domain.Tick;
import baton.domain.Wamid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Since when a customer waits: from the first message nobody answered until Meta has the answer. */
class WaitingTest {

    private final Story story = new Story();

    @Test
    void startsAtTheFirstUnansweredMessage() {
        Instant first = write();
        write();

        assertThat(story.traffic().waitingSince()).contains(first);
    }

    @Test
    void endsWhenMetaTookTheAnswerAndNotWhenItWasWritten() {
        Instant first = write();
        MessageId reply = story.replies(Story.MINA);
        story.tell(new SendingEvent.SendingStarted(reply, 1, "run"));
        assertThat(story.traffic().waitingSince()).contains(first);
        assertThat(story.traffic().pending()).containsExactly(reply);

        story.accepted(reply);
        assertThat(story.traffic().waitingSince()).isEmpty();
        assertThat(story.traffic().pending()).isEmpty();
    }

    static Stream<Function<MessageId, SendingEvent>> waysNotToAnswer() {
        Failure failure = Failure.ofTransport("no");
        return Stream.of(
                reply -> new SendingEvent.SendingFailed(reply, failure),
                reply -> new SendingEvent.SendingWithheld(reply, Refusal.because(Refusal.Reason.NEWER_MESSAGE)),
                reply -> new SendingEvent.SendingWithdrawn(reply),
                reply -> new SendingEvent.SendingSettled(reply, Settlement.GIVE_UP, Story.START),
                reply -> new SendingEvent.StatusReached(
                        reply, Story.status(Tick.FAILED, Story.START), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("waysNotToAnswer")
    void goesOnWhenTheAnswerNeverWentOut(Function<MessageId, SendingEvent> way) {
        Instant first = write();
        MessageId reply = story.replies(Story.MINA);
        story.tell(way.apply(reply));

        assertThat(story.traffic().waitingSince()).contains(first);
        assertThat(story.traffic().pending()).isEmpty();
    }

    @Test
    void goesOnWhileTheAnswerIsPostponedUncertainOrToBeSentAgain() {
        Instant first = write();
        MessageId reply = story.replies(Story.MINA);
        story.tell(new SendingEvent.SendingPostponed(reply, story.now(), Failure.ofTransport("no")));
        story.tell(new SendingEvent.SendingUncertain(reply, "crash"));
        story.tell(new SendingEvent.SendingSettled(reply, Settlement.SEND_AGAIN, story.now()));
        assertThat(story.traffic().waitingSince()).contains(first);
        assertThat(story.traffic().pending()).containsExactly(reply);

        story.tell(new SendingEvent.SendingSettled(reply, Settlement.WENT_OUT, story.now()));
        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void endsWithAStatusThatProvesTheAnswerWentOut(Tick tick) {
        write();
        story.ticked(story.replies(Story.MINA), tick);

        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @Test
    void startsAtTheFirstMessageTheAnswerHadNotSeen() {
        write();
        MessageId reply = story.replies(Story.MINA);
        Instant second = write();
        write();
        story.tell(new MessageEvent.NoteWritten(Story.JUN, "look", List.of()));
        story.accepted(reply);

        assertThat(story.traffic().waitingSince()).contains(second);
    }

    @Test
    void twoAnswersOnTheirWayEachEndTheirOwnPart() {
        Instant first = write();
        MessageId one = story.replies(Story.MINA);
        Instant second = write();
        MessageId two = story.replies(Story.MINA);
        Instant third = write();
        assertThat(story.traffic().waitingSince()).contains(first);

        story.accepted(one);
        assertThat(story.traffic().waitingSince()).contains(second);
        story.accepted(two);
        assertThat(story.traffic().waitingSince()).contains(third);
    }

    @Test
    void theLaterAnswerCoversTheEarlierMessagesToo() {
        write();
        story.replies(Story.MINA);
        write();
        story.accepted(story.replies(Story.MINA));

        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @Test
    void goesOnFromItsBeginningWhenMetaCouldNotDeliverWhatItTook() {
        Instant first = write();
        MessageId reply = story.replies(Story.MINA);
        story.accepted(reply);
        story.ticked(reply, Tick.SENT);
        story.ticked(reply, Tick.FAILED);
        assertThat(story.traffic().waitingSince()).contains(first);

        story.ticked(reply, Tick.FAILED);
        assertThat(story.traffic().waiting().starts()).hasSize(1);
        story.ticked(reply, Tick.DELIVERED);
        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @Test
    void aFailureAfterDeliveryOrBesideAnotherAnswerIsNoWait() {
        write();
        MessageId reply = story.replies(Story.MINA);
        story.accepted(reply);
        story.ticked(reply, Tick.DELIVERED);
        story.ticked(reply, Tick.FAILED);
        assertThat(story.traffic().waitingSince()).isEmpty();

        write();
        MessageId one = story.replies(Story.MINA);
        MessageId two = story.replies(Story.MINA);
        story.accepted(one);
        story.accepted(two);
        story.ticked(one, Tick.FAILED);
        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @Test
    void aFailureOfBothAnswersIsAWaitFromTheBeginning() {
        Instant first = write();
        MessageId one = story.replies(Story.MINA);
        MessageId two = story.replies(Story.MINA);
        story.accepted(one);
        story.accepted(two);
        write();
        story.ticked(one, Tick.FAILED);
        story.ticked(two, Tick.FAILED);

        assertThat(story.traffic().waitingSince()).contains(first);
    }

    @Test
    void anOldAnswersTicksDoNotEndANewWait() {
        write();
        MessageId reply = story.replies(Story.MINA);
        story.accepted(reply);
        Instant again = write();
        story.ticked(reply, Tick.DELIVERED);
        story.ticked(reply, Tick.READ);

        assertThat(story.traffic().waitingSince()).contains(again);
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDBY", "HISTORY"})
    void nobodyWaitsForUsWhoWroteToAnotherOrLongAgo(Inbound.Way way) {
        story.customerWrites("hello", way, Story.START);

        assertThat(story.traffic().waitingSince()).isEmpty();
        assertThat(story.traffic().unread()).isZero();
        assertThat(story.traffic().last()).isPresent();
    }

    @Test
    void aNoticeOfThePlatformIsShownButNobodyWrote() {
        Inbound notice = new Inbound(
                Story.NUMBER,
                new Wamid("wamid.notice"),
                Story.START,
                new Content.Notice("customer_identity_changed", "The security code changed"),
                Optional.empty(),
                Optional.empty(),
                Inbound.Way.DIRECT);
        story.tell(new MessageEvent.InboundReceived(Story.CUSTOMER, notice, new DeliveryId("d")));

        assertThat(story.traffic().waitingSince()).isEmpty();
        assertThat(story.traffic().windowFrom()).isEmpty();
        assertThat(story.traffic().unread()).isZero();
        assertThat(story.traffic().last()).isPresent();
    }

    @Test
    void aMessageUnderMetasAgentStartsNoWaitThroughAnOldAnswer() {
        write();
        MessageId reply = story.replies(Story.MINA);
        story.customerWrites("to the agent", Inbound.Way.STANDBY, story.now());
        story.accepted(reply);

        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HISTORY")
    void anEchoAnswers(Inbound.Way way) {
        write();
        story.echo(new Author.PhoneApp(), way, story.now());

        assertThat(story.traffic().waitingSince()).isEmpty();
    }

    @Test
    void anEchoFromHistoryOrFromBeforeTheCustomersWordsAnswersNothing() {
        Instant first = write();
        story.echo(new Author.PhoneApp(), Inbound.Way.HISTORY, story.now());
        story.echo(new Author.PhoneApp(), Inbound.Way.DIRECT, first.minus(Duration.ofMinutes(5)));

        assertThat(story.traffic().waitingSince()).contains(first);
        assertThat(story.traffic().unread()).isEqualTo(1);
    }

    @Test
    void aNoteAReactionAndAClaimAreNoAnswer() {
        Instant first = write();
        story.claims(Story.MINA);
        story.tell(new MessageEvent.NoteWritten(Story.MINA, "working on it", List.of()));
        MessageId thumb = story.says(Story.MINA, new Content.Reaction(new MessageId(3), "👍"));
        story.accepted(thumb);
        story.ticked(thumb, Tick.SENT);

        assertThat(story.traffic().waitingSince()).contains(first);
        assertThat(story.traffic().pending()).isEmpty();
    }

    @Test
    void endsWithTheConversationAndStartsAnewAfterIt() {
        write();
        MessageId reply = story.replies(Story.MINA);
        story.tell(new ConversationEvent.ConversationResolved(Story.MINA));
        assertThat(story.traffic().waitingSince()).isEmpty();

        story.tell(new ConversationEvent.ConversationReopened(Optional.empty()));
        Instant again = write();
        story.accepted(reply);
        assertThat(story.traffic().waitingSince()).contains(again);
    }

    private Instant write() {
        story.after(Duration.ofSeconds(20)).customerWrites("hello?");
        return story.now();
    }
}
