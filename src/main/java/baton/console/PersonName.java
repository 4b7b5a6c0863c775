// SPDX-License-Identifier: Apache-2.0
package baton.console;

import baton.domain.Person;
import baton.domain.PersonId;
import java.util.List;

/** What somebody of the team is called on the screen. */
public final class PersonName {
    private PersonName() {}

    /** Their name, or the name they sign in with where nobody like that is among {@code people}. */
    public static String of(PersonId id, List<Person> people) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .map(Person::displayName)
                .findFirst()
                .orElse(id.value());
    }
}
