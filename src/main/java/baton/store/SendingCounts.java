// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.SendingState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many sendings stand in each state. */
final class SendingCounts implements Sums<SendingState, Long> {

    @Override
    public void insert(Writes writes, Map<SendingState, Long> changed) {
        writes.add("""
            MERGE INTO sending_counts c USING (VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR))) AS v (total, state)
            ON c.state = v.state
            WHEN MATCHED THEN UPDATE SET total = c.total + v.total
            WHEN NOT MATCHED THEN INSERT (total, state) VALUES (v.total, v.state)
            """, values(changed));
    }

    private static List<@Nullable Object[]> values(Map<SendingState, Long> changed) {
        return changed.entrySet().stream()
                .map(entry ->
                        new @Nullable Object[] {entry.getValue(), entry.getKey().name()})
                .toList();
    }
}
