// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many message entries were delivered, per day and number, and how many of them we already had. */
final class Received implements Rows.Table<Received.Key, Received.Count> {

    record Key(String day, String number) {}

    record Count(long messages, long doubled) {
        static final Count NONE = new Count(0, 0);

        Count plus(long moreMessages, long moreDoubled) {
            return new Count(messages + moreMessages, doubled + moreDoubled);
        }
    }

    @Override
    public Optional<Count> load(Connection connection, Key key) throws SQLException {
        return Sql.first(
                connection,
                "SELECT messages, doubled FROM received WHERE utc_day = ? AND number = ?",
                row -> new Count(row.getLong(1), row.getLong(2)),
                key.day(),
                key.number());
    }

    @Override
    public void insert(Connection connection, Map<Key, Count> changed) throws SQLException {
        Sql.batch(
                connection,
                "INSERT INTO received (messages, doubled, utc_day, number) VALUES (?, ?, ?, ?)",
                values(changed));
    }

    @Override
    public void update(Connection connection, Map<Key, Count> changed) throws SQLException {
        Sql.batch(
                connection,
                "UPDATE received SET messages = ?, doubled = ? WHERE utc_day = ? AND number = ?",
                values(changed));
    }

    private static List<@Nullable Object[]> values(Map<Key, Count> changed) {
        return changed.entrySet().stream()
                .map(entry -> new @Nullable Object[] {
                    entry.getValue().messages(),
                    entry.getValue().doubled(),
                    entry.getKey().day(),
                    entry.getKey().number()
                })
                .toList();
    }
}
