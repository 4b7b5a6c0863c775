// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.SendingState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many sendings stand in each state. A row here is by how much a batch changes it, so nothing is read before. */
final class SendingCounts implements Rows.Table<SendingState, Long> {

    @Override
    public Optional<Long> load(Connection connection, SendingState state) {
        return Optional.empty();
    }

    @Override
    public void insert(Connection connection, Map<SendingState, Long> changed) throws SQLException {
        Sql.batch(connection, """
            MERGE INTO sending_counts c USING (VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR))) AS v (total, state)
            ON c.state = v.state
            WHEN MATCHED THEN UPDATE SET total = c.total + v.total
            WHEN NOT MATCHED THEN INSERT (total, state) VALUES (v.total, v.state)
            """, values(changed));
    }

    @Override
    public void update(Connection connection, Map<SendingState, Long> changed) {
        if (!changed.isEmpty()) {
            throw new IllegalStateException("Changes are added, never read back");
        }
    }

    private static List<@Nullable Object[]> values(Map<SendingState, Long> changed) {
        return changed.entrySet().stream()
                .map(entry ->
                        new @Nullable Object[] {entry.getValue(), entry.getKey().name()})
                .toList();
    }
}
