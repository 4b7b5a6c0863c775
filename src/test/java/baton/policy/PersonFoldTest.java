// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.Person;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonFoldTest {

    private static final PersonId MINA = new PersonId("mina");

    private Optional<Person> person = Optional.empty();
    private long seq;

    @Test
    void joinsChangesLeavesAndMayComeBack() {
        tell(new PersonEvent.PersonAdded(MINA, "Mina", Role.AGENT));
        assertThat(person).contains(new Person(MINA, 1, "Mina", Role.AGENT, true));
        tell(new PersonEvent.RoleChanged(MINA, Role.EDITOR));
        assertThat(person).contains(new Person(MINA, 2, "Mina", Role.EDITOR, true));
        tell(new PersonEvent.PasswordChanged(MINA));
        assertThat(person).contains(new Person(MINA, 3, "Mina", Role.EDITOR, true));
        tell(new PersonEvent.PersonLeft(MINA));
        assertThat(person).contains(new Person(MINA, 4, "Mina", Role.EDITOR, false));
        tell(new PersonEvent.RoleChanged(MINA, Role.ADMIN));
        assertThat(person).map(Person::active).contains(false);
        tell(new PersonEvent.PersonAdded(MINA, "Mina K", Role.AGENT));
        assertThat(person).contains(new Person(MINA, 6, "Mina K", Role.AGENT, true));
    }

    @Test
    void isNobodyBeforeTheyJoin() {
        tell(new PersonEvent.RoleChanged(MINA, Role.ADMIN));

        assertThat(person).isEmpty();
    }

    private void tell(PersonEvent event) {
        seq++;
        person = PersonFold.fold(
                person, event, new Recorded(seq, Story.START, Optional.empty(), new Actor.Hub(), event));
    }
}
