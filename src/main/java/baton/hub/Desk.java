// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.AccountEvent;
import baton.domain.Actor;
import baton.domain.Command;
import baton.domain.DeliveryId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Refusal;
import baton.policy.RolePolicy;
import baton.store.Journal;
import baton.store.Turn;
import baton.whatsapp.Delivery;
import baton.whatsapp.NotJson;
import baton.whatsapp.WebhookCodec;
import baton.wire.Json;
import baton.wire.Malformed;
import baton.wire.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What people ask of the hub: every command is decided in the journal's order, under the head lock, by the policies the
 * console asks too. The same command id of the same person gets the first answer again. Safe from any thread.
 */
public final class Desk {

    /** What came of a command. */
    public sealed interface Outcome {

        /** It is done. {@code seq}: the journal's number of it, or of what made it unnecessary. {@code facts}: what to show. */
        record Done(long seq, Map<String, Object> facts) implements Outcome {}

        /** It was refused. */
        record Refused(Refusal refusal) implements Outcome {}
    }

    private record Kept(Optional<Long> seq, Optional<Map<String, Object>> facts, Optional<Refusal> refusal) {}

    private final Journal journal;
    private final DeskRules rules;
    private final Slow slow;

    /**
     * What must not run under the head lock. {@code hasher}: the stored form of a new password, slow by design. {@code raw}: the
     * body of a delivery as it was received. {@code intake}: what replaying goes by.
     */
    public record Slow(UnaryOperator<String> hasher, Function<DeliveryId, Optional<byte[]>> raw, IntakeRules intake) {}

    /** What was made ready before the command's turn came. */
    private record Ready(Optional<String> credential, Optional<Delivery> delivery) {}

    public Desk(Journal journal, DeskRules rules, Slow slow) {
        this.journal = journal;
        this.rules = rules;
        this.slow = slow;
    }

    /** The future completes when the answer is durable. A person who adds somebody without a password gets a {@link Malformed}. */
    public CompletableFuture<Outcome> perform(Person who, Request request) {
        Ready ready = new Ready(credential(request), delivery(request));
        return journal.submit(turn -> answer(turn, who, request, ready));
    }

    private Optional<String> credential(Request request) {
        if (!(request.command() instanceof Command.AddPerson)) {
            return Optional.empty();
        }
        String password = request.password().orElseThrow(() -> new Malformed("'password' must be given as a text"));
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            throw new Malformed("'password' must have 10 to 256 characters");
        }
        return Optional.of(slow.hasher().apply(password));
    }

    private Optional<Delivery> delivery(Request request) {
        return request.command() instanceof Command.Replay replay
                ? slow.raw().apply(replay.delivery()).map(Desk::readAgain)
                : Optional.empty();
    }

    private static Delivery readAgain(byte[] body) {
        try {
            return WebhookCodec.read(body);
        } catch (NotJson impossible) {
            throw new IllegalStateException("What was taken in as JSON is none any more", impossible);
        }
    }

    private Outcome answer(Turn turn, Person who, Request request, Ready ready) {
        Optional<String> before = turn.answered(who.id(), request.id());
        if (before.isPresent()) {
            return outcome(Json.MAPPER.readValue(before.get(), Kept.class));
        }
        Outcome outcome = decide(turn, who, request, ready);
        turn.answer(who.id(), request.id(), Json.MAPPER.writeValueAsString(kept(outcome)));
        return outcome;
    }

    /** The role is read anew under the lock: it may have changed since the person signed in. */
    private Outcome decide(Turn turn, Person who, Request request, Ready ready) {
        Optional<Person> person = turn.person(who.id()).filter(Person::active);
        if (person.isEmpty()) {
            return new Outcome.Refused(Refusal.because(
                    Refusal.Reason.NO_SUCH_PERSON, Map.of("person", who.id().value())));
        }
        Command command = request.command();
        return RolePolicy.refuse(person.get().role(), command)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> decide(turn, person.get(), command, ready));
    }

    private Outcome decide(Turn turn, Person who, Command command, Ready ready) {
        Actor actor = new Actor.Person(who.id());
        return switch (command) {
            case Command.Claim claim -> new HoldDesk(turn, who, rules).claim(claim);
            case Command.Release release -> new HoldDesk(turn, who, rules).release(release);
            case Command.Resolve resolve -> new HoldDesk(turn, who, rules).resolve(resolve);
            case Command.Reopen reopen -> new HoldDesk(turn, who, rules).reopen(reopen);
            case Command.Assign assign -> new HoldDesk(turn, who, rules).assign(assign);
            case Command.MarkRead read -> new HoldDesk(turn, who, rules).markRead(read);
            case Command.Reply reply -> new WriteDesk(turn, who, rules).reply(reply);
            case Command.Note note -> new WriteDesk(turn, who, rules).note(note);
            case Command.Undo undo -> new WriteDesk(turn, who, rules).undo(undo);
            case Command.Settle settle -> new WriteDesk(turn, who, rules).settle(settle);
            case Command.Merge merge -> new PeopleDesk(turn, actor).merge(merge);
            case Command.UndoMerge undo -> new PeopleDesk(turn, actor).undoMerge(undo);
            case Command.Replay replay -> replay(turn, actor, replay.delivery(), ready.delivery());
            case Command.PutAway away -> putAway(turn, who.id(), away);
            case Command.AddPerson add ->
                new PeopleDesk(turn, actor).add(add, ready.credential().orElseThrow());
            case Command.ChangeRole change -> new PeopleDesk(turn, actor).changeRole(change);
            case Command.RemovePerson remove -> new PeopleDesk(turn, actor).remove(remove);
        };
    }

    private Outcome replay(Turn turn, Actor actor, DeliveryId id, Optional<Delivery> delivery) {
        if (delivery.isEmpty()) {
            return Outcomes.refused(Refusal.Reason.NO_SUCH_DELIVERY, "delivery", id);
        }
        Intake.Result result = new Reception(turn, slow.intake(), id).replay(delivery.get());
        Recorded recorded = turn.record(actor, new AccountEvent.SetAsideReplayed(id));
        return new Outcome.Done(recorded.seq(), Map.of("result", result.name()));
    }

    private static Outcome putAway(Turn turn, PersonId who, Command.PutAway away) {
        return turn.books()
                .putAway(away.entry(), who, away.why())
                .<Outcome>map(delivery -> {
                    AccountEvent done = new AccountEvent.EntryPutAway(away.entry(), delivery, away.why());
                    return new Outcome.Done(
                            turn.record(new Actor.Person(who), done).seq(), Map.of("result", "PUT_AWAY"));
                })
                .orElseGet(() -> Outcomes.refused(Refusal.Reason.NOT_SET_ASIDE, "entry", away.entry()));
    }

    private static Kept kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> new Kept(Optional.of(done.seq()), Optional.of(done.facts()), Optional.empty());
            case Outcome.Refused refused ->
                new Kept(Optional.empty(), Optional.empty(), Optional.of(refused.refusal()));
        };
    }

    private static Outcome outcome(Kept kept) {
        return kept.refusal()
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() ->
                        new Outcome.Done(kept.seq().orElseThrow(), kept.facts().orElseThrow()));
    }
}
