// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.domain.Actor;
import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Person;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Wamid;
import baton.policy.ClaimPolicy;
import baton.policy.PacePolicy;
import baton.store.Check;
import baton.store.Database;
import baton.store.Dues;
import baton.store.Inbox;
import baton.store.Journal;
import baton.store.RawBodies;
import baton.store.Restored;
import baton.store.SettableClock;
import baton.whatsapp.NotJson;
import baton.wire.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub without its doors: intake, desk and dispatch on one journal, a platform by script, a clock and loops moved by hand. */
final class Bench implements AutoCloseable {

    static final PersonId ADMIN = new PersonId("admin");
    static final PersonId MINA = new PersonId("mina");
    static final PersonId JUN = new PersonId("jun");
    static final Duration REOPEN_WITHIN = Duration.ofHours(24);
    static final Duration UNDO = Duration.ofSeconds(5);

    private static final AtomicInteger MADE = new AtomicInteger();

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T14:00:00Z"));
    final Platform platform = new Platform();
    final Connection connection = new Connection();
    final Database database;
    Journal journal;
    Intake intake;
    Desk desk;
    Dispatch dispatch;
    boolean newcomers;
    volatile boolean leads = true;
    Set<NumberId> numbers = Set.of(Bodies.NUMBER);

    private int runs;
    private int commands;

    Bench() {
        this(Database.inMemory("bench" + MADE.incrementAndGet()));
    }

    Bench(Database database) {
        this.database = database;
        start();
        join(ADMIN, Role.ADMIN);
        join(MINA, Role.AGENT);
        join(JUN, Role.AGENT);
    }

    private void start() {
        journal = Journal.open(database, clock);
        IntakeRules rules = new IntakeRules(numbers, REOPEN_WITHIN, journal.id());
        intake = new Intake(journal, rules);
        Desk.Slow slow =
                new Desk.Slow(password -> "hash of " + password.length(), new RawBodies(database)::find, rules);
        desk = new Desk(journal, new DeskRules(ClaimPolicy.Terms.DEFAULT, UNDO), slow);
        dispatch = anotherDispatch();
    }

    /** A dispatch of another run on the same journal: what stands there after a crash of the one before. */
    Dispatch anotherDispatch() {
        DispatchRules rules = new DispatchRules(PacePolicy.DEFAULT, "run" + ++runs, clock, () -> 0.5);
        return new Dispatch(new Dispatch.Parts(
                journal,
                new Dues(database),
                new Restored(database),
                rules,
                () -> leads,
                platform,
                _ -> newcomers,
                connection));
    }

    /** The hub ends in good order and begins again. */
    void restart() {
        dispatch.close();
        journal.close();
        start();
    }

    void join(PersonId who, Role role) {
        journal.submit(turn -> turn.record(new Actor.Hub(), new PersonEvent.PersonAdded(who, who.value(), role)))
                .join();
    }

    Intake.Result deliver(String body) {
        try {
            return intake.take(body.getBytes(StandardCharsets.UTF_8))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        } catch (NotJson broken) {
            throw new AssertionError(broken);
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Writes and answers the conversation it went to. */
    ConversationId customerWrites(int who, String wamid, String words) {
        deliver(Bodies.text(Bodies.anybody(who), wamid, now(), words));
        return message(wamid).conversation();
    }

    Desk.Outcome ask(PersonId who, Command command) {
        return ask(who, new CommandId("c" + ++commands), command);
    }

    Desk.Outcome ask(PersonId who, CommandId id, Command command) {
        Person person = new Person(who, 1, who.value(), Role.AGENT, true);
        return desk.perform(person, new Request(id, command, Optional.empty()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    Desk.Outcome.Done done(PersonId who, Command command) {
        Desk.Outcome outcome = ask(who, command);
        assertThat(outcome).isInstanceOf(Desk.Outcome.Done.class);
        return (Desk.Outcome.Done) outcome;
    }

    Refusal refused(PersonId who, Command command) {
        Desk.Outcome outcome = ask(who, command);
        assertThat(outcome).isInstanceOf(Desk.Outcome.Refused.class);
        return ((Desk.Outcome.Refused) outcome).refusal();
    }

    ClaimNumber claim(PersonId who, ConversationId conversation) {
        return new ClaimNumber(done(who, new Command.Claim(conversation)).seq());
    }

    Fence fence(ClaimNumber claim) {
        return new Fence(claim, journal.head());
    }

    MessageId reply(PersonId who, ConversationId conversation, ClaimNumber claim, String words) {
        return new MessageId(done(who, text(conversation, fence(claim), words)).seq());
    }

    static Command.Reply text(ConversationId conversation, Fence fence, String words) {
        return new Command.Reply(conversation, fence, new Content.Text(words), Optional.empty(), false);
    }

    /** Begins what may leave now and waits until every call has ended. */
    Duration dispatch() {
        Duration wait = dispatch.run();
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(dispatch::isIdle);
        return wait;
    }

    void later(Duration time) {
        clock.move(time);
    }

    Conversation conversation(ConversationId id) {
        return new Inbox(database).conversation(id).orElseThrow();
    }

    Optional<Message> find(String wamid) {
        return journal.submit(turn -> turn.message(new Wamid(wamid))).join();
    }

    Message message(String wamid) {
        return find(wamid).orElseThrow();
    }

    Message message(MessageId id) {
        return journal.submit(turn -> turn.message(id)).join().orElseThrow();
    }

    Sending sending(MessageId id) {
        return message(id).sending().orElseThrow();
    }

    SendingState state(MessageId id) {
        return sending(id).state();
    }

    Optional<String> firstDifference(Path folder) {
        return new Check(database, folder.resolve("check" + MADE.incrementAndGet())).firstDifference();
    }

    @Override
    public void close() {
        dispatch.close();
        journal.close();
        database.close();
    }
}
