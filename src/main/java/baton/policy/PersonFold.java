// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Person;
import baton.domain.PersonEvent;
import baton.domain.Recorded;
import java.util.Optional;

/** Who a person of the team is after one more event. Pure. */
public final class PersonFold {
    private PersonFold() {}

    public static Optional<Person> fold(Optional<Person> before, PersonEvent event, Recorded recorded) {
        long seq = recorded.seq();
        return switch (event) {
            case PersonEvent.PersonAdded added ->
                Optional.of(new Person(added.person(), seq, added.displayName(), added.role(), true));
            case PersonEvent.RoleChanged changed ->
                before.map(
                        person -> new Person(person.id(), seq, person.displayName(), changed.role(), person.active()));
            case PersonEvent.PasswordChanged _ ->
                before.map(
                        person -> new Person(person.id(), seq, person.displayName(), person.role(), person.active()));
            case PersonEvent.PersonLeft _ ->
                before.map(person -> new Person(person.id(), seq, person.displayName(), person.role(), false));
        };
    }
}
