// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.CommandId;
import baton.domain.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers already given: the same command id of the same person gets the first answer again. */
final class Given implements Rows.Table<Given.Key, Given.Answer> {

    record Key(PersonId person, CommandId id) {}

    record Answer(Instant at, String body) {}

    @Override
    public Optional<Answer> load(Connection connection, Key key) throws SQLException {
        return Sql.first(
                connection,
                "SELECT at, body FROM answers WHERE person = ? AND id = ?",
                row -> new Answer(Sql.instant(row.getLong(1)), row.getString(2)),
                key.person().value(),
                key.id().value());
    }

    @Override
    public void insert(Writes writes, Map<Key, Answer> changed) {
        writes.add(
                "INSERT INTO answers (person, id, at, body) VALUES (?, ?, ?, ?)",
                changed.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.getKey().person().value(),
                            entry.getKey().id().value(),
                            entry.getValue().at(),
                            entry.getValue().body()
                        })
                        .toList());
    }

    @Override
    public void update(Writes writes, Map<Key, Answer> changed) {
        if (!changed.isEmpty()) {
            throw new IllegalStateException("An answer that was given is never changed");
        }
    }
}
