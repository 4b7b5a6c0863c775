// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.Inbound;
import baton.domain.Line;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Recorded;
import baton.domain.Traffic;
import baton.domain.UnknownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationFoldTest {

    private final Story story = new Story();

    @Test
    void anOpenedConversationIsFreeUnassignedAndQuiet() {
        Conversation opened = story.conversation();

        assertThat(opened.id()).isEqualTo(new ConversationId(2));
        assertThat(opened.open()).isTrue();
        assertThat(opened.claim()).isEqualTo(new Claim.Free());
        assertThat(opened.assignee()).isEmpty();
        assertThat(opened.traffic()).isEqualTo(Traffic.NONE);
    }

    @Test
    void nothingComesOfAConversationThatWasNeverOpened() {
        Recorded recorded = new Recorded(
                5,
                Story.START,
                Optional.of(new ConversationId(2)),
                new Actor.Hub(),
                new ConversationEvent.ConversationReopened(Optional.empty()));

        assertThat(ConversationFold.fold(Optional.empty(), recorded)).isEmpty();
    }

    @Test
    void everyEventMovesTheVersionAndAnUnknownOneNothingElse() {
        Conversation before = story.conversation();
        long seq = story.tell(new UnknownEvent("ConversationSnoozed", "{}"));

        assertThat(story.conversation().version()).isEqualTo(seq);
        assertThat(story.conversation().changedAt()).isEqualTo(story.now());
        assertThat(story.traffic()).isEqualTo(before.traffic());
        story.tell(new CustomerEvent.MarketingChosen(Story.CUSTOMER, false, Optional.empty()));
        assertThat(story.traffic()).isEqualTo(before.traffic());
    }

    @Test
    void unreadCountsWhatCameInSinceSomebodyLooked() {
        story.customerWrites("one");
        long second = story.customerWrites("two");
        assertThat(story.traffic().unread()).isEqualTo(2);
        assertThat(story.traffic().lastInbound()).isEqualTo(second);

        story.tell(new ConversationEvent.ConversationRead(Story.MINA, second));
        assertThat(story.traffic().unread()).isZero();
    }

    @Test
    void whoLookedBeforeTheNewestMessageHasNotReadIt() {
        long first = story.customerWrites("one");
        story.customerWrites("two");
        story.tell(new ConversationEvent.ConversationRead(Story.MINA, first));

        assertThat(story.traffic().unread()).isPositive();
    }

    @Test
    void aReplyAnEchoAndAResolutionLeaveNothingUnread() {
        story.customerWrites("one");
        story.replies(Story.MINA);
        assertThat(story.traffic().unread()).isZero();

        story.customerWrites("two");
        story.echo(new Author.PhoneApp(), Inbound.Way.DIRECT, story.now());
        assertThat(story.traffic().unread()).isZero();

        story.customerWrites("three");
        story.tell(new ConversationEvent.ConversationResolved(Story.MINA));
        assertThat(story.traffic().unread()).isZero();
        assertThat(story.conversation().open()).isFalse();
    }

    @Test
    void theLastLineIsWhatWasSaidLastByWhom() {
        story.customerWrites("hello");
        assertThat(line().author()).isEqualTo(new Author.Customer());
        assertThat(line().words()).isEqualTo("hello");

        story.tell(new MessageEvent.NoteWritten(Story.JUN, "careful", List.of()));
        assertThat(line().note()).isTrue();
        assertThat(line().author()).isEqualTo(new Author.Person(Story.JUN));

        story.replies(Story.MINA);
        assertThat(line().words()).isEqualTo("on its way");
        story.says(Story.MINA, new Content.Reaction(new MessageId(3), "👍"));
        assertThat(line().words()).isEqualTo("on its way");
    }

    @Test
    void theLastLineFollowsAnEditAndForgetsWhatWasDeleted() {
        long first = story.customerWrites("hello");
        MessageId last = new MessageId(story.customerWrites("my card is 1234"));

        story.tell(new MessageEvent.MessageEdited(
                new MessageId(first), new Content.Text("hi"), story.now(), Optional.empty(), Optional.empty()));
        assertThat(line().words()).isEqualTo("my card is 1234");
        story.tell(new MessageEvent.MessageEdited(
                last, new Content.Text("my card is"), story.now(), Optional.empty(), Optional.empty()));
        assertThat(line().words()).isEqualTo("my card is");
        story.tell(new MessageEvent.MessageRevoked(last, story.now(), Optional.empty(), Optional.empty()));
        assertThat(line().words()).isEmpty();
        assertThat(line().kind()).isEqualTo(Line.REVOKED);
    }

    /** Deliveries come in any order; the conversation shows the same. */
    @Test
    void anOlderEditThatComesLateDoesNotStandInTheLastLine() {
        MessageId last = new MessageId(story.customerWrites("one"));
        story.tell(edited(last, "three", 120));
        story.tell(edited(last, "two", 60));
        assertThat(line().words()).isEqualTo("three");
        story.tell(edited(last, "four", 120));
        assertThat(line().words()).isEqualTo("four");
    }

    private static MessageEvent edited(MessageId message, String words, int seconds) {
        return new MessageEvent.MessageEdited(
                message, new Content.Text(words), Story.START.plusSeconds(seconds), Optional.empty(), Optional.empty());
    }

    @Test
    void importedHistoryIsTheLastLineOnlyWhileNothingNewerIsKnown() {
        Instant monthsAgo = Story.START.minus(Duration.ofDays(60));
        story.customerWrites("recent", Inbound.Way.HISTORY, monthsAgo.plusSeconds(60));
        story.echo(new Author.PhoneApp(), Inbound.Way.HISTORY, monthsAgo);
        assertThat(line().words()).isEqualTo("recent");
        assertThat(line().at()).isEqualTo(monthsAgo.plusSeconds(60));

        story.customerWrites("live");
        story.customerWrites("recent too", Inbound.Way.HISTORY, monthsAgo.plusSeconds(90));
        assertThat(line().words()).isEqualTo("live");
    }

    @Test
    void reactionsRenewTheWindowAndNothingElse() {
        long message = story.customerWrites("hello");
        Traffic before = story.traffic();
        Instant later = story.now().plusSeconds(300);
        story.tell(new MessageEvent.ReactionChanged(
                new MessageId(message),
                new Author.Customer(),
                Optional.of("👍"),
                later,
                Optional.empty(),
                Optional.empty()));

        assertThat(story.traffic()).isEqualTo(before.withWindowFrom(later));
        assertThat(story.traffic().windowFrom()).contains(later);

        story.tell(new MessageEvent.ReactionChanged(
                new MessageId(message),
                new Author.PhoneApp(),
                Optional.of("👍"),
                later.plusSeconds(60),
                Optional.empty(),
                Optional.empty()));
        assertThat(story.traffic().windowFrom()).contains(later);
    }

    @Test
    void theWindowRunsFromTheNewestMessageByMetasClockWhateverTheOrder() {
        Instant newest = Story.START.plusSeconds(50);
        story.customerWrites("second", Inbound.Way.DIRECT, newest);
        story.customerWrites("first", Inbound.Way.DIRECT, newest.minusSeconds(40));

        assertThat(story.traffic().windowFrom()).contains(newest);
        assertThat(ServiceWindow.closesAt(story.traffic())).contains(newest.plusSeconds(24 * 3600 - 120));
        assertThat(ServiceWindow.isOpen(Traffic.NONE, newest)).isFalse();
    }

    @Test
    void assignmentAndHoldAreTwoFacts() {
        story.claims(Story.JUN);
        story.tell(new ConversationEvent.ConversationAssigned(Optional.of(Story.MINA)));
        assertThat(story.conversation().assignee()).contains(Story.MINA);
        assertThat(story.conversation().claim().last()).map(Claim.Held::holder).contains(Story.JUN);

        story.tell(new ConversationEvent.ConversationAssigned(Optional.empty()));
        assertThat(story.conversation().assignee()).isEmpty();
    }

    @Test
    void aReopenedConversationIsOpen() {
        story.tell(new ConversationEvent.ConversationResolved(Story.MINA));
        story.tell(new ConversationEvent.ConversationReopened(Optional.empty()));

        assertThat(story.conversation().open()).isTrue();
    }

    private Line line() {
        return story.traffic().last().orElseThrow();
    }
}
