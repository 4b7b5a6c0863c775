// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.NumberId;
import baton.policy.HourlyArrivals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came for each number hour by hour, new messages only (SPEC.md B2). Safe from any thread. */
public final class Arrivals {
    private final Database database;

    public Arrivals(Database database) {
        this.database = database;
    }

    private record Hour(String number, long hour, long messages, Instant last) {}

    /** The hours from this moment on, of each number that ever received one. */
    public Map<NumberId, HourlyArrivals> since(Instant moment) {
        return database.with("Reading what came by the hour", connection -> since(connection, moment));
    }

    private static Map<NumberId, HourlyArrivals> since(Connection connection, Instant moment) throws SQLException {
        Map<String, Map<Long, Long>> hours = new TreeMap<>();
        Map<String, Instant> last = new HashMap<>();
        for (Hour hour : Sql.list(
                connection,
                "SELECT number, utc_hour, messages, last FROM received_hours WHERE utc_hour >= ? ORDER BY utc_hour",
                row -> new Hour(row.getString(1), row.getLong(2), row.getLong(3), Sql.instant(row.getLong(4))),
                ReceivedHours.hour(moment))) {
            hours.computeIfAbsent(hour.number(), _ -> new HashMap<>()).put(hour.hour(), hour.messages());
            last.put(hour.number(), hour.last());
        }
        Map<NumberId, HourlyArrivals> arrivals = new HashMap<>();
        hours.forEach((number, counts) ->
                arrivals.put(new NumberId(number), new HourlyArrivals(counts, Optional.ofNullable(last.get(number)))));
        return arrivals;
    }
}
