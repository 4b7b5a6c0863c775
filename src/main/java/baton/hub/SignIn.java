// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Person;
import baton.domain.PersonId;
import baton.store.Credentials;
import baton.store.Inbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets people in by name and password (SPEC.md T1, R3). Attempts are limited per name and per address; a wrong name costs the
 * same work and gets the same answer as a wrong password. Safe from any thread.
 */
final class SignIn {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PER_NAME = 5;
    private static final int PER_ADDRESS = 30;

    /** What came of an attempt. */
    sealed interface Outcome {
        record Welcome(Badges.Issued issued) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Not even looked at; {@code pause} until the next attempt counts. */
        record TooOften(Duration pause) implements Outcome {}
    }

    private final Inbox inbox;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Badges badges;
    private final Allowance perName;
    private final Allowance perAddress;

    SignIn(Inbox inbox, Credentials credentials, Passwords passwords, Badges badges, InstantSource clock) {
        this.inbox = inbox;
        this.credentials = credentials;
        this.passwords = passwords;
        this.badges = badges;
        this.perName = new Allowance(PER_NAME, PERIOD, clock);
        this.perAddress = new Allowance(PER_ADDRESS, PERIOD, clock);
    }

    Outcome attempt(String name, String password, String address) {
        Optional<PersonId> id = personId(name);
        String key = id.map(PersonId::value).orElse("");
        Optional<Duration> wait = perAddress.take(address).or(() -> perName.take(key));
        if (wait.isPresent()) {
            return new Outcome.TooOften(wait.get());
        }
        Optional<Person> person = id.flatMap(inbox::person).filter(Person::active);
        boolean fits = passwords.matches(password, person.map(Person::id).flatMap(credentials::find));
        if (!fits || person.isEmpty()) {
            return new Outcome.Wrong();
        }
        perName.giveBack(key);
        perAddress.giveBack(address);
        return new Outcome.Welcome(badges.issue(person.get()));
    }

    private static Optional<PersonId> personId(String name) {
        try {
            return Optional.of(new PersonId(name));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
