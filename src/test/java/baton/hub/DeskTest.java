// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.Claim;
import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.SendingState;
import baton.domain.Touch;
import baton.store.Credentials;
import baton.store.Holds;
import baton.store.Touches;
import baton.wire.Json;
import baton.wire.Malformed;
import baton.wire.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people ask of the hub (SPEC.md T4, B1, B10, T1). */
final class DeskTest extends BenchTest {

    private ConversationId conversation(int who) {
        return bench.customerWrites(who, "m" + who, "hello");
    }

    @Test
    void amongFiftyWhoClaimAtOnceOneWinsEachOfTwoHundredAndTheOthersHearWho() throws Exception {
        List<PersonId> agents =
                IntStream.range(0, 50).mapToObj(i -> new PersonId("agent" + i)).toList();
        agents.forEach(agent -> bench.join(agent, Role.AGENT));
        List<ConversationId> conversations =
                IntStream.range(0, 200).mapToObj(this::conversation).toList();
        List<List<Desk.Outcome>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Desk.Outcome>>> asking = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> claims(agents.get(i), i, conversations)))
                    .toList();
            for (Future<List<Desk.Outcome>> answer : asking) {
                all.add(answer.get());
            }
        }
        for (int i = 0; i < conversations.size(); i++) {
            int at = i;
            Claim claim = bench.conversation(conversations.get(i)).claim();
            String holder = ((Claim.Held) claim).holder().value();
            List<Desk.Outcome> outcomes =
                    all.stream().map(answers -> answers.get(at)).toList();
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Desk.Outcome.Done)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Desk.Outcome.Refused)
                    .hasSize(49)
                    .allSatisfy(outcome -> assertThat(
                                    ((Desk.Outcome.Refused) outcome).refusal().facts())
                            .containsEntry("holder", holder)
                            .containsKey("until"));
        }
    }

    private List<Desk.Outcome> claims(PersonId agent, int turn, List<ConversationId> conversations) {
        Person person = new Person(agent, 1, agent.value(), Role.AGENT, true);
        return conversations.stream()
                .map(id -> bench.desk.perform(
                        person,
                        new Request(new CommandId("claim" + turn + "-" + id), new Command.Claim(id), Optional.empty())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void whoHasItAlreadyGetsTheSameHoldAgain() {
        ConversationId conversation = conversation(1);
        ClaimNumber first = bench.claim(Bench.MINA, conversation);
        assertThat(bench.claim(Bench.MINA, conversation)).isEqualTo(first);
    }

    @Test
    void aHoldThatIsOverIsFreeWithoutAnybodySayingSo() {
        ConversationId conversation = conversation(1);
        bench.claim(Bench.MINA, conversation);
        bench.later(Duration.ofMinutes(3));
        ClaimNumber second = bench.claim(Bench.JUN, conversation);
        assertThat(bench.conversation(conversation).claim().last().orElseThrow().number())
                .isEqualTo(second);
    }

    @Test
    void theSweeperAnnouncesWhatIsOverOnceAndReturnsTheCustomerToThePool() {
        ConversationId first = conversation(1);
        ConversationId second = conversation(2);
        bench.claim(Bench.MINA, first);
        bench.later(Duration.ofMinutes(2));
        bench.claim(Bench.MINA, second);
        Sweeper sweeper = new Sweeper(bench.journal, new Holds(bench.database), bench::now, () -> true);
        bench.later(Duration.ofMinutes(1));
        sweeper.run();
        long head = bench.journal.head();
        sweeper.run();

        assertThat(bench.journal.head()).isEqualTo(head);
        assertThat(bench.conversation(first).claim()).isInstanceOf(Claim.Free.class);
        assertThat(bench.conversation(first).assignee()).isEmpty();
        assertThat(bench.conversation(second).claim()).isInstanceOf(Claim.Held.class);
    }

    @Test
    void typingKeepsAHoldThatWouldBeOver() {
        ConversationId conversation = conversation(1);
        bench.claim(Bench.MINA, conversation);
        bench.later(Duration.ofMinutes(2));
        new Touches(bench.database)
                .note(new Touch(conversation, Bench.MINA, bench.now(), Optional.empty()), bench.now(), bench.now());
        bench.later(Duration.ofMinutes(2));
        assertThat(bench.refused(Bench.JUN, new Command.Claim(conversation)).reason())
                .isEqualTo(Refusal.Reason.HELD_BY_OTHER);
    }

    @Test
    void aNoteWrittenAfterTheHoldWasOverBringsItNotBack() {
        ConversationId conversation = conversation(1);
        bench.claim(Bench.MINA, conversation);
        bench.later(Duration.ofMinutes(8));
        bench.done(Bench.MINA, new Command.Note(conversation, "late", List.of()));
        bench.claim(Bench.JUN, conversation);
    }

    @Test
    void aReplyUnderAStaleClaimIsRefused() {
        ConversationId conversation = conversation(1);
        ClaimNumber stale = bench.claim(Bench.MINA, conversation);
        bench.done(Bench.MINA, new Command.Release(conversation));
        assertThat(refusedReply(Bench.MINA, conversation, bench.fence(stale))).isEqualTo(Refusal.Reason.NOT_HELD);
        ClaimNumber now = bench.claim(Bench.MINA, conversation);
        assertThat(refusedReply(Bench.MINA, conversation, bench.fence(stale))).isEqualTo(Refusal.Reason.STALE_CLAIM);
        assertThat(refusedReply(Bench.JUN, conversation, bench.fence(now))).isEqualTo(Refusal.Reason.HELD_BY_OTHER);
    }

    @Test
    void aReplyThatIgnoresANewerMessageIsRefusedWithItsNumber() {
        ConversationId conversation = conversation(1);
        Fence fence = bench.fence(bench.claim(Bench.MINA, conversation));
        bench.customerWrites(1, "newer", "wait!");
        Refusal refusal = bench.refused(Bench.MINA, Bench.text(conversation, fence, "too late"));
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NEWER_MESSAGE);
        assertThat(refusal.facts())
                .containsEntry("newest", bench.message("newer").id().toString());
    }

    private Refusal.Reason refusedReply(PersonId who, ConversationId conversation, Fence fence) {
        return bench.refused(who, Bench.text(conversation, fence, "no")).reason();
    }

    @Test
    void aReplyOutsideTheServiceWindowIsRefused() {
        ConversationId conversation = conversation(1);
        bench.later(Duration.ofHours(24));
        ClaimNumber claim = bench.claim(Bench.MINA, conversation);
        assertThat(refusedReply(Bench.MINA, conversation, bench.fence(claim))).isEqualTo(Refusal.Reason.WINDOW_CLOSED);
    }

    @Test
    void aReplyMayQuoteOnlyWhatMetaKnowsOfThisConversation() {
        ConversationId conversation = conversation(1);
        conversation(2);
        ClaimNumber claim = bench.claim(Bench.MINA, conversation);
        MessageId others = bench.message("m2").id();
        Command quoting =
                new Command.Reply(conversation, bench.fence(claim), new Content.Text("re"), Optional.of(others), false);
        assertThat(bench.refused(Bench.MINA, quoting).reason()).isEqualTo(Refusal.Reason.NOT_QUOTABLE);
    }

    @Test
    void theSameCommandGetsTheFirstAnswerAlsoAfterEverythingChanged() {
        ConversationId conversation = conversation(1);
        CommandId id = new CommandId("mine");
        Desk.Outcome first = bench.ask(Bench.MINA, id, new Command.Claim(conversation));
        bench.done(Bench.MINA, new Command.Release(conversation));
        bench.claim(Bench.JUN, conversation);
        bench.restart();
        assertThat(plain(bench.ask(Bench.MINA, id, new Command.Claim(conversation))))
                .isEqualTo(plain(first));

        Desk.Outcome refused = bench.ask(Bench.MINA, new CommandId("no"), new Command.Claim(conversation));
        bench.done(Bench.JUN, new Command.Release(conversation));
        assertThat(bench.ask(Bench.MINA, new CommandId("no"), new Command.Claim(conversation)))
                .isEqualTo(refused);
    }

    /** As it goes over the wire: a number is a number, whether it was kept or just made. */
    private static String plain(Desk.Outcome outcome) {
        return Json.MAPPER.writeValueAsString(outcome);
    }

    @Test
    void aReplyAskedTwiceIsOneReply() {
        ConversationId conversation = conversation(1);
        Command reply = Bench.text(conversation, bench.fence(bench.claim(Bench.MINA, conversation)), "once");
        bench.ask(Bench.MINA, new CommandId("r"), reply);
        bench.ask(Bench.MINA, new CommandId("r"), reply);
        bench.dispatch();
        assertThat(bench.platform.said()).containsExactly("once");
    }

    @Test
    void aReplyTakenBackBeforeItIsDueNeverLeaves() {
        ConversationId conversation = conversation(1);
        ClaimNumber claim = bench.claim(Bench.MINA, conversation);
        MessageId reply = new MessageId(bench.done(
                        Bench.MINA,
                        new Command.Reply(
                                conversation, bench.fence(claim), new Content.Text("oops"), Optional.empty(), true))
                .seq());
        bench.later(Bench.UNDO.minusMillis(1));
        bench.dispatch();
        assertThat(bench.refused(Bench.JUN, new Command.Undo(reply)).reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
        bench.done(Bench.MINA, new Command.Undo(reply));
        bench.later(Duration.ofSeconds(10));
        bench.dispatch();
        assertThat(bench.platform.calls()).isEmpty();
        assertThat(bench.state(reply)).isEqualTo(SendingState.WITHDRAWN);
    }

    @Test
    void aReplyOnItsWayIsNotTakenBack() {
        ConversationId conversation = conversation(1);
        MessageId reply = bench.reply(Bench.MINA, conversation, bench.claim(Bench.MINA, conversation), "gone");
        bench.dispatch();
        assertThat(bench.refused(Bench.MINA, new Command.Undo(reply)).facts()).isEqualTo(Map.of("state", "ACCEPTED"));
    }

    /** Customers with several conversations have one that is open at most, and it need not be the newest. */
    @Test
    void whoWritesWhileAnOlderConversationIsOpenWritesThere() {
        ConversationId older = bench.customerWrites(1, "m1", "hello");
        bench.done(Bench.MINA, new Command.Resolve(older));
        bench.later(Bench.REOPEN_WITHIN.plusHours(1));
        ConversationId newer = bench.customerWrites(1, "m2", "hello again");
        bench.done(Bench.MINA, new Command.Resolve(newer));
        bench.done(Bench.MINA, new Command.Reopen(older));
        assertThat(bench.customerWrites(1, "m3", "are you there?")).isEqualTo(older);
        assertThat(bench.refused(Bench.MINA, new Command.Reopen(newer)).reason())
                .isEqualTo(Refusal.Reason.ANOTHER_IS_OPEN);
        bench.done(Bench.MINA, new Command.Resolve(older));
        assertThat(bench.customerWrites(1, "m4", "thank you")).isEqualTo(newer);
    }

    @Test
    void resolveEndsTheHoldAndReopenGivesItToNobody() {
        ConversationId conversation = conversation(1);
        bench.claim(Bench.MINA, conversation);
        assertThat(bench.refused(Bench.JUN, new Command.Resolve(conversation)).reason())
                .isEqualTo(Refusal.Reason.HELD_BY_OTHER);
        bench.done(Bench.MINA, new Command.Resolve(conversation));
        assertThat(bench.refused(Bench.JUN, new Command.Claim(conversation)).reason())
                .isEqualTo(Refusal.Reason.NOT_OPEN);
        bench.done(Bench.JUN, new Command.Reopen(conversation));
        bench.claim(Bench.JUN, conversation);
        assertThat(bench.refused(Bench.JUN, new Command.Reopen(conversation)).reason())
                .isEqualTo(Refusal.Reason.ALREADY_OPEN);
    }

    @Test
    void aPasswordIsNeverInTheJournalAndOnlyItsHashIsKept() {
        bench.join(Bench.ADMIN, Role.ADMIN);
        PersonId sora = new PersonId("sora");
        Person admin = new Person(Bench.ADMIN, 1, "admin", Role.ADMIN, true);
        String password = "correct horse battery";
        Request request = new Request(
                new CommandId("add"), new Command.AddPerson(sora, "Sora", Role.AGENT), Optional.of(password));
        bench.desk.perform(admin, request).join();

        assertThat(bench.journal.after(0, 1_000))
                .noneSatisfy(line -> assertThat(line.toString()).contains(password));
        assertThat(new Credentials(bench.database).find(sora)).hasValue("hash of " + password.length());
        assertThat(bench.journal
                        .submit(turn -> turn.answered(Bench.ADMIN, new CommandId("add")))
                        .join()
                        .orElseThrow())
                .doesNotContain(password);
        assertThat(request.toString()).doesNotContain(password);
    }

    @Test
    void nobodyIsAddedWithoutAPassword() {
        Person admin = new Person(Bench.ADMIN, 1, "admin", Role.ADMIN, true);
        Request request = new Request(
                new CommandId("add"), new Command.AddPerson(new PersonId("x"), "X", Role.AGENT), Optional.empty());
        assertThatThrownBy(() -> bench.desk.perform(admin, request)).isInstanceOf(Malformed.class);
    }

    @Test
    void thereIsAlwaysAnAdminLeft() {
        assertThat(bench.refused(Bench.ADMIN, new Command.RemovePerson(Bench.ADMIN))
                        .reason())
                .isEqualTo(Refusal.Reason.LAST_ADMIN);
        bench.done(Bench.ADMIN, new Command.ChangeRole(Bench.MINA, Role.ADMIN));
        bench.done(Bench.MINA, new Command.RemovePerson(Bench.ADMIN));
        assertThat(bench.refused(Bench.MINA, new Command.ChangeRole(Bench.MINA, Role.AGENT))
                        .reason())
                .isEqualTo(Refusal.Reason.LAST_ADMIN);
        assertThat(bench.refused(Bench.ADMIN, new Command.RemovePerson(Bench.MINA))
                        .reason())
                .isEqualTo(Refusal.Reason.NO_SUCH_PERSON);
    }

    @Test
    void aRoleThatMayNotIsRefusedWhateverItsSessionSays() {
        assertThat(bench.refused(Bench.MINA, new Command.RemovePerson(Bench.JUN))
                        .reason())
                .isEqualTo(Refusal.Reason.NOT_ALLOWED);
    }
}
