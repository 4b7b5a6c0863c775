// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Person;
import baton.domain.PersonId;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the team as one batch sees them. */
final class People implements Rows.Table<PersonId, Person> {

    static List<Person> all(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT state FROM people ORDER BY id",
                row -> Json.MAPPER.readValue(row.getString(1), Person.class));
    }

    @Override
    public Optional<Person> load(Connection connection, PersonId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT state FROM people WHERE id = ?",
                row -> Json.MAPPER.readValue(row.getString(1), Person.class),
                id.value());
    }

    @Override
    public void insert(Writes writes, Map<PersonId, Person> changed) {
        writes.add("INSERT INTO people (state, id) VALUES (?, ?)", values(changed));
    }

    @Override
    public void update(Writes writes, Map<PersonId, Person> changed) {
        writes.add("UPDATE people SET state = ? WHERE id = ?", values(changed));
    }

    private static List<@Nullable Object[]> values(Map<PersonId, Person> changed) {
        return changed.values().stream()
                .map(person -> new @Nullable Object[] {
                    Json.MAPPER.writeValueAsString(person), person.id().value()
                })
                .toList();
    }
}
