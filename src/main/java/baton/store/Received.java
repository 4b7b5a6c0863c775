// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many message entries were delivered, per day and number, and how many of them we already had.
 */
final class Received implements Sums<Received.Key, Received.Count> {

    record Key(String day, String number) {}

    record Count(long messages, long doubled) {
        static final Count NONE = new Count(0, 0);

        Count plus(long moreMessages, long moreDoubled) {
            return new Count(messages + moreMessages, doubled + moreDoubled);
        }
    }

    @Override
    public void insert(Writes writes, Map<Key, Count> changed) {
        writes.add("""
            MERGE INTO received r
            USING (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR)))
            AS v (messages, doubled, utc_day, number)
            ON r.utc_day = v.utc_day AND r.number = v.number
            WHEN MATCHED THEN UPDATE SET messages = r.messages + v.messages, doubled = r.doubled + v.doubled
            WHEN NOT MATCHED THEN INSERT (messages, doubled, utc_day, number)
            VALUES (v.messages, v.doubled, v.utc_day, v.number)
            """, values(changed));
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
