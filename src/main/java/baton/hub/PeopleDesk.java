// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static baton.hub.Outcomes.done;
import static baton.hub.Outcomes.refused;

import baton.domain.Actor;
import baton.domain.Command;
import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Event;
import baton.domain.Person;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.hub.Desk.Outcome;
import baton.store.Turn;
import java.util.Optional;
import java.util.function.Function;

/** Who is in the team, and which customers are one person (SPEC.md T1, C9). There is always an admin left. */
final class PeopleDesk {

    private final Turn turn;
    private final Actor actor;

    PeopleDesk(Turn turn, Actor actor) {
        this.turn = turn;
        this.actor = actor;
    }

    /** Somebody who left may come back under the same name, with a new password. */
    Outcome add(Command.AddPerson add, String credential) {
        if (turn.person(add.person()).filter(Person::active).isPresent()) {
            return refused(Refusal.Reason.PERSON_EXISTS, "person", add.person());
        }
        turn.credential(add.person(), credential);
        return done(turn.record(actor, new PersonEvent.PersonAdded(add.person(), add.displayName(), add.role())));
    }

    Outcome changeRole(Command.ChangeRole change) {
        return withPerson(
                change.person(),
                person -> person.role() == Role.ADMIN && change.role() != Role.ADMIN && isLastAdmin(person)
                        ? refused(Refusal.Reason.LAST_ADMIN)
                        : recordAndSignOut(person, new PersonEvent.RoleChanged(person.id(), change.role())));
    }

    Outcome remove(Command.RemovePerson remove) {
        return withPerson(
                remove.person(),
                person -> isLastAdmin(person)
                        ? refused(Refusal.Reason.LAST_ADMIN)
                        : recordAndSignOut(person, new PersonEvent.PersonLeft(person.id())));
    }

    private Outcome recordAndSignOut(Person person, Event event) {
        turn.endSessions(person.id());
        return done(turn.record(actor, event));
    }

    private Outcome withPerson(PersonId id, Function<Person, Outcome> next) {
        return turn.person(id)
                .filter(Person::active)
                .map(next)
                .orElseGet(() -> refused(Refusal.Reason.NO_SUCH_PERSON, "person", id));
    }

    private boolean isLastAdmin(Person person) {
        return person.role() == Role.ADMIN
                && turn.people().stream()
                        .filter(other -> !other.id().equals(person.id()))
                        .flatMap(other -> turn.person(other.id()).stream())
                        .noneMatch(other -> other.active() && other.role() == Role.ADMIN);
    }

    Outcome merge(Command.Merge merge) {
        if (merge.kept().equals(merge.absorbed())) {
            return refused(Refusal.Reason.SAME_CUSTOMER);
        }
        return withCustomer(
                merge.kept(),
                kept -> withCustomer(merge.absorbed(), absorbed -> {
                    if (kept.mergedInto().isPresent() || absorbed.mergedInto().isPresent()) {
                        return refused(Refusal.Reason.SAME_CUSTOMER);
                    }
                    return done(turn.record(actor, new CustomerEvent.CustomersMerged(kept.id(), absorbed.id())));
                }));
    }

    Outcome undoMerge(Command.UndoMerge undo) {
        return withCustomer(undo.absorbed(), absorbed -> {
            Optional<CustomerId> kept = absorbed.mergedInto();
            return kept.isEmpty()
                    ? refused(Refusal.Reason.NOT_MERGED)
                    : done(turn.record(actor, new CustomerEvent.MergeUndone(kept.get(), absorbed.id())));
        });
    }

    private Outcome withCustomer(CustomerId id, Function<Customer, Outcome> next) {
        return turn.customer(id).map(next).orElseGet(() -> refused(Refusal.Reason.NO_SUCH_CUSTOMER, "customer", id));
    }
}
