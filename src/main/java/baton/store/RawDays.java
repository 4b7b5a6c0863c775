// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The daily balance of raw deliveries, which stays when a day's bodies are dropped. */
final class RawDays implements Rows.Table<String, RawDays.Day> {

    /** {@code hash} chains the hashes of all bodies of the day in their order. */
    record Day(long deliveries, long bytes, String hash) {

        static final Day EMPTY = new Day(0, 0, "");

        Day with(RawBody body) {
            byte[] link = (hash + body.hash()).getBytes(StandardCharsets.US_ASCII);
            return new Day(
                    deliveries + 1,
                    bytes + body.length(),
                    HexFormat.of().formatHex(RawBody.sha256().digest(link)));
        }
    }

    @Override
    public Optional<Day> load(Connection connection, String day) throws SQLException {
        return Sql.first(
                connection,
                "SELECT deliveries, bytes, hash FROM raw_days WHERE utc_day = ?",
                row -> new Day(row.getLong(1), row.getLong(2), row.getString(3)),
                day);
    }

    @Override
    public void insert(Writes writes, Map<String, Day> changed) {
        writes.add("INSERT INTO raw_days (deliveries, bytes, hash, utc_day) VALUES (?, ?, ?, ?)", values(changed));
    }

    @Override
    public void update(Writes writes, Map<String, Day> changed) {
        writes.add("UPDATE raw_days SET deliveries = ?, bytes = ?, hash = ? WHERE utc_day = ?", values(changed));
    }

    private static List<@Nullable Object[]> values(Map<String, Day> changed) {
        return changed.entrySet().stream()
                .map(entry -> new @Nullable Object[] {
                    entry.getValue().deliveries(),
                    entry.getValue().bytes(),
                    entry.getValue().hash(),
                    entry.getKey()
                })
                .toList();
    }
}
