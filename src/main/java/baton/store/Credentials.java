// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.PersonId;
import java.util.Optional;

/** The hashes of passwords; written by {@link Turn#credential} with the event they belong to. Safe from any thread. */
public final class Credentials {
    private final Database database;

    public Credentials(Database database) {
        this.database = database;
    }

    public Optional<String> find(PersonId person) {
        return database.with(
                "Looking for a credential",
                connection -> Sql.first(
                        connection,
                        "SELECT hash FROM credentials WHERE person = ?",
                        row -> row.getString(1),
                        person.value()));
    }
}
