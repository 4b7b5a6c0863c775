// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many new message entries came for a number in an hour, and when the last one did. */
final class ReceivedHours implements Sums<ReceivedHours.Key, ReceivedHours.Count> {
    private static final long SECONDS = 3_600;

    /** {@code hour}: hours since 1970 in UTC. */
    record Key(String number, long hour) {}

    record Count(long messages, Instant last) {}

    static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    @Override
    public void insert(Writes writes, Map<Key, Count> changed) {
        writes.add("""
            MERGE INTO received_hours r
            USING (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS VARCHAR)))
            AS v (messages, last, utc_hour, number)
            ON r.number = v.number AND r.utc_hour = v.utc_hour
            WHEN MATCHED THEN UPDATE SET messages = r.messages + v.messages, last = v.last
            WHEN NOT MATCHED THEN INSERT (messages, last, utc_hour, number)
            VALUES (v.messages, v.last, v.utc_hour, v.number)
            """, values(changed));
    }

    private static List<@Nullable Object[]> values(Map<Key, Count> changed) {
        return changed.entrySet().stream()
                .map(entry -> new @Nullable Object[] {
                    entry.getValue().messages(),
                    entry.getValue().last(),
                    entry.getKey().hour(),
                    entry.getKey().number()
                })
                .toList();
    }
}
