// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Emoji;
import baton.console.Language;
import baton.console.Seat;
import baton.console.Sentence;
import baton.console.Texts;
import baton.console.Ticker;
import baton.console.Times;
import baton.console.conversation.Box;
import baton.console.inbox.InboxRow;
import baton.console.inbox.Order;
import baton.domain.ConversationId;
import baton.domain.Role;
import baton.sync.CommandAnswer;
import baton.sync.LinkState;
import baton.sync.Returned;
import baton.sync.View;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk without a screen: models over a hub in memory, everything at once on one thread. */
final class DeskModelTest {
    private final PretendHub hub = new PretendHub();
    private final Texts texts = new Texts(Language.ENGLISH, Locale.US);
    private final Ticker ticker = new Ticker(hub::now, Runnable::run, broken -> {
        throw broken;
    });
    private final Seat seat =
            new Seat(hub, Runnable::run, Runnable::run, ticker, texts, new Times(texts, ZoneOffset.UTC), new Emoji());
    private List<ConversationId> floor = List.of();
    private DeskModel desk = new DeskModel(seat);

    @BeforeEach
    void open() {
        floor = Floor.fill(hub);
        desk = new DeskModel(seat);
        desk.listen();
        desk.inbox().viewProperty().set(View.ALL);
    }

    @Test
    void rowsStandInTheirOrderWhateverComes() {
        assertThat(desk.inbox().rows()).isSortedAccordingTo(newest());
        hub.writes(floor.get(3), "hello again");
        assertThat(desk.inbox().rows().getFirst().id()).isEqualTo(floor.get(3));
        assertThat(desk.inbox().rows()).isSortedAccordingTo(newest()).hasSize(10);
        desk.inbox().orderProperty().set(Order.WAITING);
        assertThat(desk.inbox().rows().getFirst().name()).isEqualTo("أحمد السيد");
    }

    @Test
    void whatCameWhileRowsWereHeldMovesThemAllAtOnce() {
        AtomicInteger changes = new AtomicInteger();
        desk.inbox().hold(true);
        List.of(4, 1, 3).forEach(place -> hub.writes(floor.get(place), "hello again"));
        desk.inbox().rows().addListener((ListChangeListener<InboxRow>) _ -> changes.incrementAndGet());
        desk.inbox().hold(false);
        assertThat(changes).hasValue(1);
        assertThat(desk.inbox().rows()).isSortedAccordingTo(newest()).hasSize(10);
    }

    @Test
    void countsAndViewsFollowEveryClaim() {
        int free = desk.inbox().countsProperty().get().getOrDefault(View.UNASSIGNED, 0);
        desk.click(floor.getFirst());
        assertThat(desk.inbox().countsProperty().get())
                .containsEntry(View.MINE, 1)
                .containsEntry(View.UNASSIGNED, free - 1);
        desk.inbox().viewProperty().set(View.MINE);
        assertThat(desk.inbox().rows()).singleElement().extracting(InboxRow::id).isEqualTo(floor.getFirst());
    }

    @Test
    void supervisorsLookWithoutTaking() {
        hub.setRole(Role.EDITOR);
        desk.click(floor.getFirst());
        assertThat(hub.hold(floor.getFirst())).isEmpty();
    }

    @Test
    void namesOfNothingToSeeGiveWayToTheNumber() {
        assertThat(desk.inbox().rows())
                .extracting(InboxRow::name)
                .contains("+4915112345678")
                .noneMatch(String::isBlank);
    }

    @Test
    void findingLooksAtNamesNumbersAndWords() {
        desk.inbox().soughtProperty().set("민지");
        assertThat(desk.inbox().rows()).singleElement().extracting(InboxRow::id).isEqualTo(floor.get(1));
        desk.inbox().soughtProperty().set("9198");
        assertThat(desk.inbox().rows()).singleElement().extracting(InboxRow::id).isEqualTo(floor.get(2));
        desk.inbox().soughtProperty().set("");
        assertThat(desk.inbox().rows()).hasSize(10);
    }

    @Test
    void resolvingAndGoingOnChoosesWhoWaitedLongest() {
        desk.click(floor.getFirst());
        desk.resolveAndNext();
        assertThat(hub.row(floor.getFirst()).orElseThrow().conversation().open())
                .isFalse();
        assertThat(desk.conversation()
                        .rowProperty()
                        .get()
                        .orElseThrow()
                        .customer()
                        .name())
                .contains("أحمد السيد");
        desk.undo().undo();
        assertThat(hub.row(floor.getFirst()).orElseThrow().conversation().open())
                .isTrue();
    }

    @Test
    void aCustomerWhoWritesWhileOneTypesIsSeenBeforeTheReplyGoes() {
        desk.click(floor.getFirst());
        desk.composer().textProperty().set("answer");
        hub.writes(floor.getFirst(), "wait, one more thing");
        assertThat(desk.transcript()
                        .shownProperty()
                        .get()
                        .orElseThrow()
                        .rows()
                        .getLast()
                        .message()
                        .content()
                        .words())
                .isEqualTo("wait, one more thing");
        assertThat(desk.composer().send()).isNotNull();
        assertThat(hub.outgoing()).hasSize(1);
    }

    @Test
    void whatIsTooLongIsNotSentAndStays() {
        desk.click(floor.getFirst());
        desk.composer().textProperty().set("x".repeat(4_096));
        assertThat(desk.composer().canSend()).isTrue();
        desk.composer().textProperty().set("x".repeat(4_097));
        assertThat(desk.composer().canSend()).isFalse();
        assertThat(desk.composer().send()).isCompletedWithValue(false);
        assertThat(desk.composer().textProperty().get()).hasSize(4_097);
    }

    @Test
    void replyAndNoteAreTwoDrafts() {
        desk.click(floor.getFirst());
        desk.composer().textProperty().set("to the customer");
        desk.composer().noteProperty().set(true);
        assertThat(desk.composer().textProperty().get()).isEmpty();
        desk.composer().textProperty().set("to the team");
        desk.composer().noteProperty().set(false);
        assertThat(desk.composer().textProperty().get()).isEqualTo("to the customer");
        assertThat(hub.draft(floor.getFirst()).note()).isEqualTo("to the team");
    }

    @Test
    void aHoldLostMeanwhileIsToldAndTheTextStays() {
        desk.click(floor.getFirst());
        desk.composer().textProperty().set("half");
        hub.heldBy(floor.getFirst(), PretendHub.MINA);
        assertThat(desk.composer().boxProperty().get()).isEqualTo(Box.OTHER);
        assertThat(desk.composer().canSend()).isFalse();
        desk.conversation().claim();
        assertThat(desk.conversation().troubleProperty().get())
                .map(Sentence::key)
                .contains("refused.HELD_BY_OTHER");
        assertThat(desk.composer().textProperty().get()).isEqualTo("half");
    }

    @Test
    void whatItsHolderHasOpenCountsAsRead() {
        desk.inbox().choose(floor.get(1));
        assertThat(hub.row(floor.get(1)).orElseThrow().conversation().traffic().unread())
                .isEqualTo(2);
        desk.conversation().claim();
        assertThat(hub.row(floor.get(1)).orElseThrow().conversation().traffic().unread())
                .isZero();
    }

    @Test
    void aClaimIsAskedUntilItsOwnAnswerOrUntilItIsSeenWhoHasIt() {
        hub.keepClaims();
        desk.click(floor.getFirst());
        assertThat(desk.conversation().isClaiming()).isTrue();
        desk.click(floor.get(1));
        hub.heldBy(floor.getFirst(), PretendHub.MINA);
        hub.answerClaim();
        assertThat(desk.conversation().isClaiming())
                .as("the answer was another's")
                .isTrue();
        hub.heldBy(floor.get(1), PretendHub.MINA);
        assertThat(desk.conversation().isClaiming()).isFalse();
        hub.answerClaim();
        assertThat(desk.conversation().troubleProperty().get())
                .map(Sentence::key)
                .contains("refused.HELD_BY_OTHER");
    }

    @Test
    void whatWasLookedAtIsToldOnce() {
        hub.lookingIsAnswered(new CommandAnswer.Done(1, Map.of()));
        desk.click(floor.get(1));
        assertThat(hub.looked()).hasSize(1);
        hub.writes(floor.getFirst(), "hello from another");
        assertThat(hub.looked()).as("the feed has not brought it yet").hasSize(1);
        hub.writes(floor.get(1), "and one more thing");
        assertThat(hub.looked()).hasSize(2);
    }

    @Test
    void whoIsSignedOutTellsNothing() {
        LinkState online = hub.link();
        hub.setLink(new LinkState.SignedOut(hub.now(), LinkState.Ended.BY_HUB));
        hub.lookingIsAnswered(new CommandAnswer.NotReachable("signed out"));
        desk.click(floor.get(1));
        assertThat(hub.looked()).isEmpty();
        hub.setLink(online);
        assertThat(hub.looked()).hasSize(1);
        hub.writes(floor.getFirst(), "hello from another");
        assertThat(hub.looked()).as("it did not get there").hasSizeGreaterThan(1);
    }

    /** To the first customer; it waits for the line. */
    private void sendLater(String text) {
        desk.click(floor.getFirst());
        desk.composer().textProperty().set(text);
        assertThat(desk.composer().send()).isNotNull();
        hub.queue();
    }

    @Test
    void aReplyThatWaitsForTheLineComesBackIntoTheBoxByUndo() {
        sendLater("never mind");
        desk.undo().undo();
        assertThat(hub.outgoing()).isEmpty();
        assertThat(desk.composer().textProperty().get()).isEqualTo("never mind");
        assertThat(desk.composer().troubleProperty().get()).isEmpty();
    }

    @Test
    void aReplyThatIsOnItsWayIsNotTakenBackInSilence() {
        sendLater("never mind");
        hub.take();
        desk.undo().undo();
        assertThat(desk.composer().textProperty().get()).isEmpty();
        assertThat(desk.composer().troubleProperty().get()).map(Sentence::key).contains("refused.ALREADY_ON_ITS_WAY");
    }

    @Test
    void aTextThatCameBackStandsOnceThoughTheNextOneIsBegun() {
        desk.click(floor.getFirst());
        desk.composer().textProperty().set("Yes, today");
        assertThat(desk.composer().send()).isNotNull();
        desk.composer().textProperty().set("And anoth");
        hub.giveBack();
        assertThat(desk.composer().textProperty().get()).isEqualTo("And anoth");
        assertThat(desk.composer().returnedProperty().get())
                .extracting(Returned::text)
                .containsExactly("Yes, today");
        assertThat(desk.composer().troubleProperty().get()).map(Sentence::key).contains("refused.NEWER_MESSAGE");
    }

    @Test
    void aHoldThatRanOutIsNoneAtTheNextTick() {
        desk.click(floor.getFirst());
        hub.wait(Duration.ofMinutes(3));
        ticker.tick();
        assertThat(desk.composer().boxProperty().get()).isEqualTo(Box.FREE);
    }

    @Test
    void whatOneClaimsStaysInTheListUntilAnotherIsChosen() {
        desk.inbox().viewProperty().set(View.UNASSIGNED);
        desk.click(floor.getFirst());
        assertThat(hub.hold(floor.getFirst())).isPresent();
        assertThat(names()).contains("Dewi Lestari");
        assertThat(desk.inbox().place()).isNotNegative();
        hub.writes(floor.getFirst(), "one more thing");
        desk.inbox().orderProperty().set(Order.WAITING);
        assertThat(names()).contains("Dewi Lestari");
        desk.inbox().move(1);
        assertThat(names()).doesNotContain("Dewi Lestari");
        assertThat(desk.inbox().place()).isNotNegative();
    }

    @Test
    void whatOneClaimedGoesWithItsViewOrWhenRowsMayMoveAgain() {
        desk.inbox().viewProperty().set(View.UNASSIGNED);
        desk.click(floor.getFirst());
        desk.inbox().hold(true);
        desk.inbox().choose(floor.get(1));
        assertThat(names()).as("somebody aims at a row").contains("Dewi Lestari");
        desk.inbox().hold(false);
        assertThat(names()).doesNotContain("Dewi Lestari");
        desk.click(floor.get(1));
        desk.inbox().viewProperty().set(View.RESOLVED);
        desk.inbox().viewProperty().set(View.UNASSIGNED);
        assertThat(names()).doesNotContain("김민지");
    }

    private List<String> names() {
        return desk.inbox().rows().stream().map(InboxRow::name).toList();
    }

    private static java.util.Comparator<InboxRow> newest() {
        return java.util.Comparator.comparing(InboxRow::lastAt).reversed();
    }
}
