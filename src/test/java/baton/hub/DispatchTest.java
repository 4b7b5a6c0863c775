// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.domain.Actor;
import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Outbound;
import baton.domain.Person;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.SendingState;
import baton.domain.Settlement;
import baton.domain.Tick;
import baton.domain.Wamid;
import baton.store.Backup;
import baton.store.Database;
import baton.store.Dues;
import baton.store.Restore;
import baton.store.Restored;
import baton.store.Trouble;
import baton.whatsapp.ErrorCatalogue;
import baton.whatsapp.OutgoingCall;
import baton.whatsapp.SendOutcome;
import baton.whatsapp.Verdict;
import baton.wire.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of a reply to the platform: at most once, in order, never forgotten (SPEC.md C5, B1, R1). */
final class DispatchTest extends BenchTest {

    private static final Actor HUB = new Actor.Hub();
    private static final Failure FAILURE = Failure.ofTransport("no");

    private final List<CompletableFuture<SendOutcome>> hanging = new ArrayList<>();

    @TempDir
    private Path folder;

    private ConversationId conversation;
    private ClaimNumber claim;

    @AfterEach
    void letGo() {
        hanging.forEach(call -> call.complete(new SendOutcome.Unknown("the test is over")));
    }

    private MessageId reply(String words) {
        if (conversation == null) {
            conversation = bench.customerWrites(1, "m1", "hello");
        }
        claim = bench.claim(Bench.MINA, conversation);
        return bench.reply(Bench.MINA, conversation, claim, words);
    }

    private static SendOutcome refused(Verdict.Retry retry, boolean surelyNotSent) {
        return new SendOutcome.Refused(FAILURE, new Verdict(retry, surelyNotSent, "key"));
    }

    /** A call that does not come back until the test lets it. */
    private CompletableFuture<SendOutcome> hangs() {
        CompletableFuture<SendOutcome> call = new CompletableFuture<>();
        hanging.add(call);
        bench.platform.answers(_ -> call.join());
        return call;
    }

    private void beginsToSend(Dispatch dispatch, int calls) {
        dispatch.run();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bench.platform.calls().size() == calls);
    }

    private String data(MessageId reply) {
        return CallbackData.of(bench.journal.id(), reply);
    }

    private void status(MessageId reply, String tick) {
        bench.deliver(Bodies.status("wamid.out." + data(reply), tick, bench.now(), data(reply)));
    }

    private long calls(MessageId reply) {
        return bench.platform.callsOf(bench.journal.id(), reply);
    }

    @Test
    void aReplyIsAcceptedAndClimbsItsTicksInAnyOrder() {
        MessageId reply = reply("answer");
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
        status(reply, "read");
        status(reply, "sent");
        status(reply, "delivered");
        assertThat(bench.state(reply)).isEqualTo(SendingState.READ);
        assertThat(bench.sending(reply).ticks()).containsOnlyKeys(Tick.SENT, Tick.DELIVERED, Tick.READ);
        assertThat(bench.conversation(conversation).traffic().waitingSince()).isEmpty();
        assertThat(bench.platform.calls().getFirst().recipient().address()).isEqualTo("44770091");
    }

    /** A backup that was put back gives numbers a second time: what is said of a lost message is not said of the one that has its number now. */
    @Test
    void aStatusOfACallThatWasNeverBegunSaysNothingOfTheReply() {
        MessageId reply = reply("answer");
        status(reply, "delivered");
        assertThat(bench.state(reply)).isEqualTo(SendingState.QUEUED);
        bench.dispatch();
        assertThat(calls(reply)).isEqualTo(1);
    }

    /** The hub of the backup has gone on and sent it (SPEC.md R4); the restore was killed before it could say so. */
    @Test
    void whatWaitedInABackupThatIsPutBackIsInDoubtAndNotSentAgain() throws IOException {
        MessageId first = reply("sent since");
        MessageId second = reply("sent since, too");
        try (Bench again = new Bench(restored())) {
            again.later(Duration.ofSeconds(61));
            again.dispatch();
            assertThat(again.state(first)).isEqualTo(SendingState.UNCERTAIN);
            assertThat(again.state(second)).isEqualTo(SendingState.UNCERTAIN);
            assertThat(again.platform.calls()).isEmpty();
            again.deliver(Bodies.status("wamid.out." + data(first), "delivered", again.now(), data(first)));
            assertThat(again.state(first)).isEqualTo(SendingState.DELIVERED);
            assertThat(new Restored(again.database).at()).isEmpty();
        }
    }

    /** Taken back by its writer while the hub was about to put it in doubt. */
    @Test
    void whatIsTakenBackInThatMomentStaysTakenBack() throws IOException {
        MessageId reply = reply("never mind");
        try (Bench again = new Bench(restored())) {
            CountDownLatch held = new CountDownLatch(1);
            CompletableFuture<Boolean> writing = again.journal.submit(_ -> Latches.awaited(held));
            await().until(() -> again.journal.waiting() == 0);
            Request takeBack = new Request(new CommandId("back"), new Command.Undo(reply), Optional.empty());
            var _ = again.desk.perform(new Person(Bench.MINA, 1, "mina", Role.AGENT, true), takeBack);
            CompletableFuture<Duration> dispatch = CompletableFuture.supplyAsync(again.dispatch::run);
            await().until(() -> again.journal.waiting() == 2);
            held.countDown();
            assertThat(writing).succeedsWithin(Duration.ofSeconds(30));
            assertThat(dispatch).succeedsWithin(Duration.ofSeconds(30));
            assertThat(again.state(reply)).isEqualTo(SendingState.WITHDRAWN);
        }
    }

    @Test
    void whatIsDueLaterThanTheRestoreCannotHaveLeftAndWaits() throws IOException {
        conversation = bench.customerWrites(1, "m1", "hello");
        Fence fence = bench.fence(bench.claim(Bench.MINA, conversation));
        MessageId reply = new MessageId(bench.done(
                        Bench.MINA,
                        new Command.Reply(conversation, fence, new Content.Text("not yet"), Optional.empty(), true))
                .seq());
        try (Bench again = new Bench(restored())) {
            again.later(Bench.UNDO.plusSeconds(1));
            again.dispatch();
            assertThat(again.state(reply)).isEqualTo(SendingState.ACCEPTED);
        }
    }

    /** A database of its own, filled from a backup of this moment. */
    private Database restored() throws IOException {
        Path file = folder.resolve("backup.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Backup(bench.database).write(out);
        }
        Database database = Database.embedded(folder);
        long _ = new Restore(database, bench.clock).from(file);
        return database;
    }

    @Test
    void aStatusThatComesBeforeTheAnswerOfTheCallIsNotLost() {
        MessageId reply = reply("answer");
        bench.platform.answers(call -> {
            bench.deliver(Bodies.status(Platform.wamid(call.callbackData()).value(), "delivered", bench.now(), ""));
            return Platform.accepted(call);
        });
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.DELIVERED);
    }

    @Test
    void aReactionToAReplyThatIsKnownByItsStatusFirstIsNotLost() {
        MessageId reply = reply("answer");
        bench.platform.answers(call -> {
            String wamid = Platform.wamid(call.callbackData()).value();
            bench.deliver(Bodies.reaction(Bodies.anybody(1), "r1", bench.now(), wamid, "👍"));
            bench.deliver(Bodies.status(wamid, "sent", bench.now(), call.callbackData()));
            return Platform.accepted(call);
        });
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.SENT);
        assertThat(bench.message(reply).marks().reactions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalThatIsSureIsRetriedOrFailsAsItsKindSays(Verdict.Retry retry) {
        MessageId reply = reply("answer");
        bench.platform.answers(refused(retry, true));
        bench.dispatch();
        boolean again = switch (retry) {
            case NEVER, LATER -> false;
            case AUTO, AUTO_AT_MOST_3, STOP_NUMBER, PAIR_LIMIT, NUMBER_PAUSE, MINUTES -> true;
        };
        assertThat(bench.state(reply)).isEqualTo(again ? SendingState.QUEUED : SendingState.FAILED);
        bench.later(Duration.ofSeconds(61));
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(again ? SendingState.ACCEPTED : SendingState.FAILED);
        assertThat(calls(reply)).isEqualTo(again ? 2 : 1);
    }

    /** A platform out of order may say no and send it: the status with our id is here before the next try. */
    @Test
    void whatWentOutInSpiteOfARefusalIsNotSentAgain() {
        MessageId reply = reply("answer");
        bench.platform.answers(refused(Verdict.Retry.AUTO, true));
        bench.dispatch();
        bench.later(Duration.ofMillis(3_900));
        bench.dispatch();
        status(reply, "sent");
        bench.later(Duration.ofMinutes(1));
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.SENT);
        assertThat(calls(reply)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalThatIsNotSureMakesItUncertainWhateverItsKind(Verdict.Retry retry) {
        MessageId reply = reply("answer");
        bench.platform.answers(refused(retry, false));
        bench.dispatch();
        bench.later(Duration.ofMinutes(20));
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        assertThat(calls(reply)).isEqualTo(1);
    }

    @Test
    void aStoppedNumberHoldsEverythingBackAndTurnsTheConnectionRed() {
        reply("first");
        bench.platform.answers(refused(Verdict.Retry.STOP_NUMBER, true));
        bench.dispatch();
        ConversationId other = bench.customerWrites(2, "m2", "hello");
        bench.reply(Bench.JUN, other, bench.claim(Bench.JUN, other), "second");
        bench.dispatch();
        assertThat(bench.platform.calls()).hasSize(1);
        assertThat(bench.connection.state().colour()).isEqualTo(Connection.Colour.RED);
        bench.later(Duration.ofSeconds(61));
        bench.dispatch();
        assertThat(bench.platform.said()).containsExactlyInAnyOrder("first", "first", "second");
        assertThat(bench.connection.state().colour()).isEqualTo(Connection.Colour.GREEN);
    }

    @Test
    void aStoppedNumberHidesNoReplyOfAnotherHoweverManyWaitOnIt() {
        reply("first");
        bench.platform.answers(refused(Verdict.Retry.STOP_NUMBER, true));
        bench.dispatch();
        LongStream.range(0, 1_000).forEach(i -> replied(2_000 + i, Bodies.NUMBER));
        bench.later(Duration.ofSeconds(1));
        MessageId reply = replied(3_000, new NumberId("771940260085513"));
        bench.dispatch();
        assertThat(bench.state(reply)).as("looked at, and nobody holds it").isEqualTo(SendingState.WITHHELD);
    }

    private MessageId replied(long customer, NumberId number) {
        CustomerId to = new CustomerId(customer);
        return bench.journal
                .submit(turn -> {
                    var said = new Outbound(number, to, new Content.Text("answer"), Optional.empty(), turn.now());
                    var reply = new MessageEvent.ReplyAccepted(Bench.MINA, new Fence(new ClaimNumber(1), 0), said);
                    return new MessageId(
                            turn.record(turn.open(to, number, HUB), HUB, reply).seq());
                })
                .join();
    }

    @Test
    void aLineThatIsDownIsTriedUntilItIsUpAndTheOrderStays() {
        IntStream.range(0, 8).forEach(_ -> bench.platform.answers(new SendOutcome.NotSent(FAILURE)));
        MessageId first = reply("first");
        MessageId second = reply("second");
        for (int i = 0; i < 20; i++) {
            bench.dispatch();
            bench.later(Duration.ofSeconds(14));
        }
        assertThat(bench.platform.said())
                .endsWith("first", "second")
                .hasSize(10)
                .startsWith("first", "first");
        assertThat(calls(second)).isEqualTo(1);
        assertThat(bench.state(first)).isEqualTo(SendingState.ACCEPTED);
    }

    private static SendOutcome refused(int code) {
        return new SendOutcome.Refused(
                new Failure(code, "no", Optional.empty(), Optional.empty()), ErrorCatalogue.verdict(code));
    }

    private void dispatchesFor(Duration all, Duration each) {
        for (Duration over = Duration.ZERO; over.compareTo(all) < 0; over = over.plus(each)) {
            bench.dispatch();
            bench.later(each);
        }
    }

    /** Meta's servers often stumble when they come back: what the line cost is no try of theirs. */
    @Test
    void triesWhileTheLineWasDownDoNotUseUpThoseAfterIt() {
        IntStream.range(0, 6).forEach(_ -> bench.platform.answers(new SendOutcome.NotSent(FAILURE)));
        IntStream.range(0, 4).forEach(_ -> bench.platform.answers(refused(131016)));
        MessageId reply = reply("answer");
        dispatchesFor(Duration.ofMinutes(6), Duration.ofSeconds(15));
        assertThat(calls(reply)).isEqualTo(11);
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
    }

    @Test
    void triesAgainstOneLimitDoNotLengthenTheWaitForAnother() {
        IntStream.range(0, 6).forEach(_ -> bench.platform.answers(refused(130429)));
        bench.platform.answers(refused(131056));
        MessageId reply = reply("answer");
        dispatchesFor(Duration.ofMinutes(1), Duration.ofSeconds(6));
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
    }

    /** Whatever it says, a platform out of order is asked five times in all, or three where that is the most. */
    @Test
    void aPlatformOutOfOrderUsesUpOneRowOfTriesUnderAllItsCodes() {
        for (int code : List.of(131016, 2, 131016, 133004, 131016)) {
            bench.platform.answers(refused(code));
        }
        MessageId reply = reply("answer");
        dispatchesFor(Duration.ofMinutes(10), Duration.ofSeconds(40));
        assertThat(calls(reply)).isEqualTo(5);
        assertThat(bench.state(reply)).isEqualTo(SendingState.FAILED);
    }

    @Test
    void whatAPersonSendsAgainHasAllItsTriesAgain() {
        IntStream.range(0, 4).forEach(_ -> bench.platform.answers(refused(131016)));
        bench.platform.answers(new SendOutcome.Unknown("time was up"));
        bench.platform.answers(refused(131016));
        MessageId reply = reply("answer");
        dispatchesFor(Duration.ofMinutes(5), Duration.ofSeconds(40));
        bench.done(Bench.MINA, new Command.Settle(reply, Settlement.SEND_AGAIN));
        dispatchesFor(Duration.ofMinutes(2), Duration.ofSeconds(40));
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
    }

    @Test
    void aPostponedReplyHoldsBackTheLaterOnesOfItsConversationAndNobodyElse() {
        reply("first");
        reply("second");
        bench.platform.answers(refused(Verdict.Retry.PAIR_LIMIT, true));
        bench.dispatch();
        ConversationId other = bench.customerWrites(2, "m2", "hello");
        bench.reply(Bench.JUN, other, bench.claim(Bench.JUN, other), "elsewhere");
        bench.dispatch();
        assertThat(bench.platform.said()).containsExactly("first", "elsewhere");
        bench.later(Duration.ofSeconds(2));
        bench.dispatch();
        bench.dispatch();
        assertThat(bench.platform.said()).endsWith("first", "second");
    }

    @Test
    void manyHeldBackDoNotHideTheOneThatIsDue() {
        for (int i = 0; i < 5; i++) {
            ConversationId each = bench.customerWrites(i, "m" + i, "hello");
            Fence fence = bench.fence(bench.claim(Bench.MINA, each));
            bench.done(Bench.MINA, new Command.Reply(each, fence, new Content.Text("later"), Optional.empty(), true));
        }
        ConversationId last = bench.customerWrites(20, "last", "hello");
        MessageId due = bench.reply(Bench.JUN, last, bench.claim(Bench.JUN, last), "now");
        bench.reply(Bench.JUN, last, bench.claim(Bench.JUN, last), "and then");

        Dues dues = new Dues(bench.database);
        assertThat(dues.queued(1, Set.of())).extracting(Dues.Due::message).containsExactly(due);
        assertThat(dues.queued(100, Set.of()))
                .extracting(Dues.Due::conversation)
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void anAnswerThatNeverCameIsUncertainAndAStatusWithOurIdSettlesIt() {
        MessageId reply = reply("answer");
        bench.platform.answers(new SendOutcome.Unknown("time was up"));
        bench.dispatch();
        bench.later(Duration.ofHours(1));
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        status(reply, "sent");
        assertThat(bench.state(reply)).isEqualTo(SendingState.SENT);
        assertThat(bench.refused(Bench.MINA, new Command.Settle(reply, Settlement.SEND_AGAIN))
                        .reason())
                .isEqualTo(Refusal.Reason.NOT_UNCERTAIN);
        bench.dispatch();
        assertThat(calls(reply)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonSettlesWhatIsUncertain(Settlement settlement) {
        MessageId reply = reply("answer");
        bench.platform.answers(new SendOutcome.Unknown("time was up"));
        bench.dispatch();
        bench.done(Bench.MINA, new Command.Settle(reply, settlement));
        bench.dispatch();
        SendingState expected = switch (settlement) {
            case WENT_OUT, SEND_AGAIN -> SendingState.ACCEPTED;
            case GIVE_UP -> SendingState.FAILED;
        };
        assertThat(bench.state(reply)).isEqualTo(expected);
        assertThat(calls(reply)).isEqualTo(settlement == Settlement.SEND_AGAIN ? 2 : 1);
    }

    @Test
    void aClientThatThrowsLeavesTheReplyUncertain() {
        MessageId reply = reply("answer");
        bench.platform.answers(_ -> {
            throw new IllegalStateException("nobody foresaw this");
        });
        bench.dispatch();
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        assertThat(calls(reply)).isEqualTo(1);
    }

    @Test
    void aCallCutOffByACrashIsUncertainAndNeverMadeAgainByItself() {
        MessageId reply = reply("answer");
        var _ = hangs();
        beginsToSend(bench.dispatch, 1);
        Dispatch afterwards = bench.anotherDispatch();
        afterwards.run();
        afterwards.run();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        assertThat(calls(reply)).isEqualTo(1);
        afterwards.close();
    }

    @Test
    void aRunDoubtsNotItsOwnCalls() {
        MessageId reply = reply("answer");
        var _ = hangs();
        beginsToSend(bench.dispatch, 1);
        bench.dispatch.run();
        assertThat(bench.state(reply)).isEqualTo(SendingState.SENDING);
    }

    /** The hub that lost the lead hears late that its call failed; meanwhile a person had it sent again by the other hub. */
    @Test
    void aLateFailureOfTheOldHubDoesNotQueueWhatTheNewHubIsSending() {
        MessageId reply = reply("answer");
        CompletableFuture<SendOutcome> old = hangs();
        beginsToSend(bench.dispatch, 1);
        Dispatch other = bench.anotherDispatch();
        other.run();
        bench.done(Bench.MINA, new Command.Settle(reply, Settlement.SEND_AGAIN));
        CompletableFuture<SendOutcome> second = hangs();
        beginsToSend(other, 2);

        old.complete(new SendOutcome.NotSent(FAILURE));
        await().until(bench.dispatch::isIdle);
        assertThat(bench.state(reply)).isEqualTo(SendingState.SENDING);
        second.complete(Platform.accepted(bench.platform.calls().getLast()));
        await().until(other::isIdle);
        bench.later(Duration.ofMinutes(1));
        other.run();
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
        assertThat(calls(reply)).isEqualTo(2);
        other.close();
    }

    /** The new hub doubts what the old one began; the old one, still alive, knows that nothing went out. */
    @Test
    void whatTheOldHubKnowsEndsTheDoubtOfTheNewOne() {
        MessageId reply = reply("answer");
        CompletableFuture<SendOutcome> old = hangs();
        beginsToSend(bench.dispatch, 1);
        Dispatch other = bench.anotherDispatch();
        other.run();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        old.complete(new SendOutcome.NotSent(FAILURE));
        await().until(bench.dispatch::isIdle);
        assertThat(bench.state(reply)).isEqualTo(SendingState.QUEUED);
        bench.later(Duration.ofMinutes(1));
        other.run();
        other.close();
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
        assertThat(calls(reply)).isEqualTo(2);
    }

    @Test
    void aResultIsNotedAlsoByAHubThatLeadsNoMore() {
        MessageId reply = reply("answer");
        keptBackResult();
        bench.leads = false;
        bench.dispatch.run();
        assertThat(bench.dispatch.unrecorded()).isZero();
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
    }

    @Test
    void aHubThatEndsNotesWhatItKnows() {
        MessageId reply = reply("answer");
        keptBackResult();
        bench.dispatch.close();
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
    }

    /** The call went through, its result cannot be noted while the database is away. */
    private void keptBackResult() {
        CompletableFuture<SendOutcome> call = hangs();
        beginsToSend(bench.dispatch, 1);
        try (Trouble _ = Trouble.begin(bench.database)) {
            call.complete(Platform.accepted(bench.platform.calls().getFirst()));
            await().atMost(Duration.ofSeconds(20)).until(() -> bench.dispatch.unrecorded() == 1);
        }
    }

    /** It lost the lead while the beginning of its call was on its way into the journal, and died before it made the call. */
    @Test
    void aCallBegunByAnotherHubAfterTheFirstLookIsDoubtedToo() {
        Dispatch leader = bench.anotherDispatch();
        leader.run();
        MessageId reply = reply("answer");
        var _ = hangs();
        beginsToSend(bench.dispatch, 1);
        leader.run();
        assertThat(bench.state(reply)).isEqualTo(SendingState.SENDING);
        bench.later(Duration.ofSeconds(11));
        leader.run();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        leader.close();
    }

    @Test
    void aResultThatCannotBeNotedNowIsNotedLaterAndTheConversationWaits() {
        MessageId first = reply("first");
        MessageId second = reply("second");
        CompletableFuture<SendOutcome> call = hangs();
        beginsToSend(bench.dispatch, 1);
        try (Trouble _ = Trouble.begin(bench.database)) {
            call.complete(Platform.accepted(bench.platform.calls().getFirst()));
            await().atMost(Duration.ofSeconds(20)).until(() -> bench.dispatch.unrecorded() == 1);
            bench.dispatch.run();
            assertThat(bench.dispatch.unrecorded()).isEqualTo(1);
        }
        assertThat(bench.state(first)).isEqualTo(SendingState.SENDING);
        bench.dispatch();
        bench.dispatch();
        assertThat(bench.state(first)).isEqualTo(SendingState.ACCEPTED);
        assertThat(bench.state(second)).isEqualTo(SendingState.ACCEPTED);
        assertThat(bench.platform.said()).containsExactly("first", "second");
    }

    @Test
    void anAttemptThatCannotBeNotedMakesNoCallAndIsMadeLater() {
        MessageId reply = reply("answer");
        try (Trouble _ = Trouble.begin(bench.database)) {
            bench.dispatch.run();
            await().atMost(Duration.ofSeconds(20)).until(() -> bench.dispatch.unrecorded() == 1);
        }
        assertThat(bench.platform.calls()).isEmpty();
        bench.dispatch();
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.ACCEPTED);
        assertThat(calls(reply)).isEqualTo(1);
    }

    @Test
    void anIdThatAnotherMessageHasIsNoProof() {
        MessageId reply = reply("answer");
        bench.platform.answers(new SendOutcome.Accepted(new Wamid("m1"), Optional.empty()));
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.UNCERTAIN);
        assertThat(bench.dispatch.isIdle()).isTrue();
    }

    @Test
    void aReplyIsWithheldWhenTheCustomerWroteBeforeItWasDue() {
        conversation = bench.customerWrites(1, "m1", "hello");
        claim = bench.claim(Bench.MINA, conversation);
        MessageId reply = new MessageId(bench.done(
                        Bench.MINA,
                        new Command.Reply(
                                conversation, bench.fence(claim), new Content.Text("too late"), Optional.empty(), true))
                .seq());
        bench.customerWrites(1, "m2", "never mind");
        bench.later(Bench.UNDO);
        bench.dispatch();
        assertThat(bench.state(reply)).isEqualTo(SendingState.WITHHELD);
        assertThat(bench.sending(reply).withheld().orElseThrow().reason()).isEqualTo(Refusal.Reason.NEWER_MESSAGE);
        assertThat(bench.platform.calls()).isEmpty();
    }

    @Test
    void aReplyIsWithheldWhenSomebodyElseTookTheConversationBeforeItWasDue() {
        MessageId reply = reply("first");
        bench.platform.answers(new SendOutcome.NotSent(FAILURE));
        bench.dispatch();
        bench.done(Bench.MINA, new Command.Release(conversation));
        bench.claim(Bench.JUN, conversation);
        bench.later(Duration.ofSeconds(5));
        bench.dispatch();
        assertThat(bench.sending(reply).withheld().orElseThrow().reason()).isEqualTo(Refusal.Reason.HELD_BY_OTHER);
        assertThat(calls(reply)).isEqualTo(1);
    }

    @Test
    void fifteenASecondLeaveOneNumber() {
        for (int i = 0; i < 40; i++) {
            ConversationId each = bench.customerWrites(i, "m" + i, "hello");
            bench.reply(Bench.MINA, each, bench.claim(Bench.MINA, each), "r" + i);
        }
        assertThat(leavingIn(Duration.ofMillis(999))).isEqualTo(15);
        bench.later(Duration.ofMillis(1));
        assertThat(leavingIn(Duration.ofMillis(999))).isEqualTo(30);
        bench.later(Duration.ofMillis(1));
        assertThat(leavingIn(Duration.ofMillis(999))).isEqualTo(40);
    }

    @Test
    void fiveAMinuteGoToANewCustomerAndAKnownOneHasNoSuchLimit() {
        bench.newcomers = true;
        IntStream.range(0, 7).forEach(i -> reply("r" + i));
        assertThat(leavingIn(Duration.ofSeconds(59))).isEqualTo(5);
        bench.later(Duration.ofSeconds(1));
        assertThat(leavingIn(Duration.ofSeconds(7))).isEqualTo(7);
        bench.newcomers = false;
        IntStream.range(0, 8).forEach(i -> reply("s" + i));
        assertThat(leavingIn(Duration.ofSeconds(1))).isEqualTo(15);
    }

    /** Looks again and again while this much time passes; answers how many calls there were in all. */
    private int leavingIn(Duration time) {
        for (int i = 0; i < 10; i++) {
            bench.dispatch();
            bench.later(time.dividedBy(10));
        }
        for (int i = 0; i < 10; i++) {
            bench.dispatch();
        }
        return bench.platform.calls().size();
    }

    @Test
    void callsCarryOurIdSoThatAStatusProvesThem() {
        MessageId reply = reply("answer");
        bench.dispatch();
        assertThat(bench.platform.calls())
                .extracting(OutgoingCall::callbackData)
                .containsExactly(data(reply));
        assertThat(CallbackData.message(bench.journal.id(), data(reply))).hasValue(reply);
        assertThat(CallbackData.message("another journal", data(reply))).isEmpty();
    }
}
