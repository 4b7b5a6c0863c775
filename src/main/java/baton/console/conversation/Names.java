// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.Author;
import baton.domain.PersonId;
import java.util.Map;

/**
 * The names in one conversation: the customer's, and those of the team. Writers who are no persons have no name here; what they are
 * called is said in the reader's language when they are drawn.
 */
public record Names(String customer, Map<PersonId, String> people) {
    public Names {
        people = Map.copyOf(people);
    }

    /** The name, the sign-in name of somebody unknown, the rule of an automatic answer, or an empty text. */
    public String of(Author author) {
        return switch (author) {
            case Author.Customer _ -> customer;
            case Author.Person person ->
                people.getOrDefault(person.id(), person.id().value());
            case Author.Automatic automatic -> automatic.rule();
            case Author.PhoneApp _, Author.MetaAgent _ -> "";
        };
    }
}
