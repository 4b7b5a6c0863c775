// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Marks of entries that leave no row of their own, and the line that took each in. */
final class Seen implements Rows.Table<String, Long> {

    @Override
    public Optional<Long> load(Connection connection, String mark) throws SQLException {
        return Sql.first(connection, "SELECT seq FROM seen WHERE mark = ?", row -> row.getLong(1), mark);
    }

    @Override
    public void insert(Writes writes, Map<String, Long> changed) {
        writes.add("INSERT INTO seen (seq, mark) VALUES (?, ?)", values(changed));
    }

    @Override
    public void update(Writes writes, Map<String, Long> changed) {
        writes.add("UPDATE seen SET seq = ? WHERE mark = ?", values(changed));
    }

    private static List<@Nullable Object[]> values(Map<String, Long> changed) {
        return changed.entrySet().stream()
                .map(entry -> new @Nullable Object[] {entry.getValue(), entry.getKey()})
                .toList();
    }
}
