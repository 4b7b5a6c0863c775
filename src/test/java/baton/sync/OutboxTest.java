// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.SendingState;
import baton.store.DeskFile;
import baton.store.Shelf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
    private static final PersonId MINA = new PersonId("mina");

    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    private RunningHub hub;
    private Cable cable;
    private Workspace desk;
    private ConversationId bo;

    @BeforeEach
    void open() {
        hub = new RunningHub(folder.resolve("hub"), clock);
        cable = new Cable(hub.port());
        bo = hub.newCustomer("Bo", "hello");
        desk = Desks.inFolder(cable.address(), "mina", folder.resolve("desks"), clock);
        Desks.claimed(desk, bo);
        Desks.online(desk);
    }

    @AfterEach
    void close() {
        desk.close();
        cable.close();
        hub.close();
    }

    private CompletableFuture<CommandAnswer> reply(String text) {
        return desk.reply(Desks.reply(desk, bo, text));
    }

    private CompletableFuture<CommandAnswer> note(String text) {
        return desk.note(new Command.Note(bo, text, List.of()));
    }

    private List<String> hubTexts() {
        return hub.inbox().messages(bo, Long.MAX_VALUE, 500).stream()
                .map(message -> message.content().words())
                .toList();
    }

    private void offline() {
        cable.cut();
        desk.wake();
        Desks.await().until(() -> desk.link() instanceof LinkState.Offline);
    }

    private void nothingWaits() {
        Desks.await().until(() -> desk.outgoing().isEmpty() && desk.outbox().queued() == 0);
    }

    @Test
    void aReplyIsABubbleAtOnceAndAMessageWhenTheHubHasIt() {
        List<Changes> heard = Desks.heard(desk);
        desk.saveDraft(desk.draft(bo).withReply("good morning"));
        assertThat(reply("good morning").join())
                .isInstanceOfSatisfying(
                        CommandAnswer.Done.class,
                        done -> assertThat(done.facts()).containsKey("message"));
        nothingWaits();
        assertThat(hubTexts()).containsExactly("hello", "good morning");
        Desks.await().untilAsserted(() -> assertThat(Desks.texts(desk, bo)).containsExactly("hello", "good morning"));
        assertThat(desk.draft(bo).isEmpty()).isTrue();
        assertThat(heard)
                .anySatisfy(changes -> assertThat(changes.outgoing().getOrDefault(bo, List.of()))
                        .extracting(Outgoing::text)
                        .containsExactly("good morning"));
    }

    @Test
    void whatIsWrittenOfflineGoesOnceAndInOrder() {
        offline();
        for (int i = 0; i < 5; i++) {
            assertThat(reply("line " + i).join()).isInstanceOf(CommandAnswer.Queued.class);
        }
        CompletableFuture<CommandAnswer> _ = note("and a note");
        Desks.await().until(() -> desk.outgoing().size() == 6);
        assertThat(desk.messages(bo, Optional.empty(), 10).outgoing()).hasSize(6);
        cable.mend();
        nothingWaits();
        assertThat(hubTexts()).containsExactly("hello", "line 0", "line 1", "line 2", "line 3", "line 4", "and a note");
    }

    @Test
    void anAnswerThatWasLostDoublesNothing() {
        for (int i = 0; i < 5; i++) {
            cable.loseAnswers(1 + i % 2);
            reply("line " + i).join();
        }
        nothingWaits();
        assertThat(hubTexts()).containsExactly("hello", "line 0", "line 1", "line 2", "line 3", "line 4");
        assertThat(cable.commands()).as("some were asked again").isGreaterThan(6);
        Desks.await().untilAsserted(() -> assertThat(Desks.texts(desk, bo)).isEqualTo(hubTexts()));
    }

    @Test
    void whatWaitsSurvivesTheEndOfTheProgram() {
        offline();
        reply("line 0").join();
        reply("line 1").join();
        desk.close();
        desk = Desks.opened(Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock));
        assertThat(desk.outgoing()).extracting(Outgoing::text).containsExactly("line 0", "line 1");
        cable.mend();
        nothingWaits();
        assertThat(hubTexts()).containsExactly("hello", "line 0", "line 1");
    }

    @Test
    void aReplyThatTheCustomerOvertookReturnsWithTheReasonAndWhatFollowedIt() {
        offline();
        reply("one").join();
        reply("two").join();
        note("for the team").join();
        hub.says(bo, "wait, something else");
        cable.mend();
        nothingWaits();
        Draft draft = desk.draft(bo);
        assertThat(draft.returned()).extracting(Returned::text).containsExactly("one", "two");
        assertThat(draft.returned())
                .extracting(Returned::why)
                .containsExactly(Returned.Why.REFUSED, Returned.Why.AFTER_ANOTHER);
        assertThat(draft.returned().getFirst().refusal().orElseThrow().reason())
                .isEqualTo(Refusal.Reason.NEWER_MESSAGE);
        assertThat(hubTexts()).containsExactly("hello", "wait, something else", "for the team");
        assertThat(desk.outbox().returned()).isEqualTo(2);
        desk.forgetReturned(bo, draft.returned().getFirst().id());
        assertThat(desk.draft(bo).returned()).extracting(Returned::text).containsExactly("two");
    }

    @Test
    void aReplyWhoseHoldIsOverReturnsThoughTheTypedDraftStays() {
        offline();
        reply("too late").join();
        desk.saveDraft(desk.draft(bo).withReply("the next words"));
        clock.pass(Duration.ofMinutes(8));
        cable.mend();
        nothingWaits();
        assertThat(desk.draft(bo).returned()).extracting(Returned::text).containsExactly("too late");
        assertThat(desk.draft(bo).returned().getFirst().refusal().orElseThrow().reason())
                .isEqualTo(Refusal.Reason.NOT_HELD);
        assertThat(desk.draft(bo).reply()).isEqualTo("the next words");
        assertThat(hubTexts()).containsExactly("hello");
    }

    @Test
    void whatTheGateRefusesNeverLeavesTheComposer() {
        desk.saveDraft(desk.draft(bo).withReply("half"));
        String tooLong = "x".repeat(4_097);
        assertThat(reply(tooLong).join())
                .isInstanceOfSatisfying(
                        CommandAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.TOO_LONG));
        assertThat(desk.outgoing()).isEmpty();
        assertThat(desk.draft(bo).reply()).isEqualTo("half");
    }

    @Test
    void whatWasNotAskedForYetCanBeTakenBack() {
        offline();
        desk.saveDraft(desk.draft(bo).withReply("never mind"));
        CommandAnswer answer = reply("never mind").join();
        assertThat(answer).isInstanceOf(CommandAnswer.Queued.class);
        assertThat(desk.takeBack(((CommandAnswer.Queued) answer).id())).isTrue();
        assertThat(desk.draft(bo).reply()).isEqualTo("never mind");
        assertThat(desk.outgoing()).isEmpty();
        cable.mend();
        Desks.online(desk);
        assertThat(desk.takeBack(((CommandAnswer.Queued) answer).id())).isFalse();
        assertThat(hubTexts()).containsExactly("hello");
    }

    @Test
    void aQuickReplyDoesNotClearWhatIsHalfTyped() {
        desk.saveDraft(desk.draft(bo).withReply("I was just about to"));
        reply("One moment please").join();
        nothingWaits();
        assertThat(desk.draft(bo).reply()).isEqualTo("I was just about to");
    }

    @Test
    void aClaimIsNeverPromisedOffline() {
        ConversationId dewi = hub.newCustomer("Dewi", "halo");
        Desks.await().until(() -> desk.row(dewi).isPresent());
        offline();
        assertThat(desk.claim(dewi).join()).isInstanceOf(CommandAnswer.NotReachable.class);
        cable.mend();
        Desks.online(desk);
        nothingWaits();
        assertThat(desk.hold(dewi)).isEmpty();
    }

    @Test
    void whatWasWrittenForAJournalThatIsNoMoreComesBack() {
        hub.stop();
        Path backup = hub.backup(folder.resolve("backup"));
        hub.start();
        cable.lead(hub.port());
        hub.says(bo, "lost later");
        Desks.await().until(() -> Desks.texts(desk, bo).contains("lost later"));
        offline();
        reply("an answer to nothing").join();
        hub.stop();
        hub.restore(backup);
        hub.start();
        cable.lead(hub.port());
        cable.mend();
        Desks.await().until(() -> !desk.draft(bo).returned().isEmpty());
        assertThat(desk.draft(bo).returned().getFirst().why()).isEqualTo(Returned.Why.HUB_RESTORED);
        nothingWaits();
        assertThat(hubTexts()).containsExactly("hello");
    }

    @Test
    void aReplyCanBeUndoneAndAMessageReactedTo() {
        Command.Reply undoable =
                new Command.Reply(bo, desk.fence(bo).orElseThrow(), new Content.Text("oops"), Optional.empty(), true);
        CommandAnswer.Done done = (CommandAnswer.Done) desk.reply(undoable).join();
        MessageId message = new MessageId(Long.parseLong(done.facts().get("message")));
        assertThat(desk.undo(message).join()).isInstanceOf(CommandAnswer.Done.class);
        Desks.await().until(() -> state(message).equals(Optional.of(SendingState.WITHDRAWN)));
        MessageId first =
                desk.messages(bo, Optional.empty(), 10).messages().getFirst().id();
        assertThat(desk.react(bo, desk.fence(bo).orElseThrow(), first, "👍").join())
                .isInstanceOf(CommandAnswer.Done.class);
        assertThat(desk.resolve(bo).join()).isInstanceOf(CommandAnswer.Done.class);
        Desks.await().until(() -> desk.counts().get(View.RESOLVED) == 1);
        assertThat(desk.reopen(bo).join()).isInstanceOf(CommandAnswer.Done.class);
    }

    private Optional<SendingState> state(MessageId id) {
        List<Message> found =
                new ArrayList<>(desk.messages(bo, Optional.empty(), 50).messages());
        return found.stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .flatMap(Message::sending)
                .map(sending -> sending.state());
    }

    /** Someone saves what is typed every third of a second, also in the moment it goes. */
    @Test
    void whatIsSentIsNoDraftAnyMore() {
        for (int round = 0; round < 100; round++) {
            String name = "sent-" + UUID.randomUUID();
            try (DeskFile file = DeskFile.open(new Shelf.Memory(name), "mark")) {
                DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
                Outbox outbox = new Outbox(file, drafts, Surface.of(MINA, clock), MINA);
                drafts.save(Draft.none(bo).withReply("good morning"));
                CompletableFuture<Void> saved = CompletableFuture.runAsync(drafts::flush);
                outbox.add(Asking.newId(), Desks.reply(desk, bo, "good morning"));
                saved.join();
                assertThat(new DraftShelf(file, Duration.ofMinutes(1)).read(bo).reply())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsBegunWhileATextGoesOutStays() {
        try (DeskFile file = DeskFile.open(new Shelf.Memory("begun-" + UUID.randomUUID()), "mark")) {
            DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
            Outbox outbox = new Outbox(file, drafts, Surface.of(MINA, clock), MINA);
            drafts.save(Draft.none(bo).withReply("g"));
            outbox.add(Asking.newId(), Desks.reply(desk, bo, "good morning"));
            assertThat(drafts.read(bo).reply()).isEqualTo("g");
        }
    }

    @Test
    void anAnswerConcernsTheReplyThatWasAskedForAndNoneThatTookItsPlace() {
        try (DeskFile file = DeskFile.open(new Shelf.Memory("places-" + UUID.randomUUID()), "mark")) {
            DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
            Outbox outbox = new Outbox(file, drafts, Surface.of(MINA, clock), MINA);
            OutboxEntry gone = outbox.add(Asking.newId(), Desks.reply(desk, bo, "never mind"));
            assertThat(outbox.takeBack(gone.id())).isTrue();
            OutboxEntry next = outbox.add(Asking.newId(), Desks.reply(desk, bo, "good morning"));
            assertThat(next.order()).isEqualTo(gone.order());
            assertThat(outbox.ask(gone)).isEmpty();
            assertThat(outbox.giveBack(gone, new Refusal(Refusal.Reason.NOT_HELD, Map.of())))
                    .isEmpty();
            outbox.taken(gone, new MessageId(99));
            assertThat(outbox.waiting()).containsExactly(next);
        }
    }
}
