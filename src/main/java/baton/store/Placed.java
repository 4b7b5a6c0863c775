// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many delivered entries of a day and number are shown, and how many wait for the message they change (SPEC.md B2).
 */
final class Placed implements Sums<Received.Key, Placed.Count> {

    record Count(long shown, long waiting) {
        static final Count NONE = new Count(0, 0);

        Count plus(long moreShown, long moreWaiting) {
            return new Count(shown + moreShown, waiting + moreWaiting);
        }
    }

    @Override
    public void insert(Writes writes, Map<Received.Key, Count> changed) {
        writes.add("""
            MERGE INTO placed p
            USING (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR)))
            AS v (shown, waiting, utc_day, number)
            ON p.utc_day = v.utc_day AND p.number = v.number
            WHEN MATCHED THEN UPDATE SET shown = p.shown + v.shown, waiting = p.waiting + v.waiting
            WHEN NOT MATCHED THEN INSERT (shown, waiting, utc_day, number)
            VALUES (v.shown, v.waiting, v.utc_day, v.number)
            """, values(changed));
    }

    private static List<@Nullable Object[]> values(Map<Received.Key, Count> changed) {
        return changed.entrySet().stream()
                .map(entry -> new @Nullable Object[] {
                    entry.getValue().shown(),
                    entry.getValue().waiting(),
                    entry.getKey().day(),
                    entry.getKey().number()
                })
                .toList();
    }
}
