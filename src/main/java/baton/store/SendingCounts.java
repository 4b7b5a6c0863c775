// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.SendingState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many sendings stand in each state. */
final class SendingCounts implements Rows.Table<SendingState, Long> {

    @Override
    public Optional<Long> load(Connection connection, SendingState state) throws SQLException {
        return Sql.first(
                connection, "SELECT total FROM sending_counts WHERE state = ?", row -> row.getLong(1), state.name());
    }

    @Override
    public void insert(Connection connection, Map<SendingState, Long> changed) throws SQLException {
        Sql.batch(connection, "INSERT INTO sending_counts (total, state) VALUES (?, ?)", values(changed));
    }

    @Override
    public void update(Connection connection, Map<SendingState, Long> changed) throws SQLException {
        Sql.batch(connection, "UPDATE sending_counts SET total = ? WHERE state = ?", values(changed));
    }

    private static List<@Nullable Object[]> values(Map<SendingState, Long> changed) {
        return changed.entrySet().stream()
                .map(entry ->
                        new @Nullable Object[] {entry.getValue(), entry.getKey().name()})
                .toList();
    }
}
