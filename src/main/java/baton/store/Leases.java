// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which hub runs a loop when several share a database: whoever holds the loop's row, whose number grows with each renewal.
 * A holder whose number was seen to stand still for the lease's length loses it. Only the waiting is measured, by a timer
 * of one's own, so that clocks that differ or jump neither make two holders nor keep one that is gone. Safe from any thread.
 */
public final class Leases {

    private record Renewal(String holder, long number) {}

    /** {@code since}: when this hub saw it first, in nanoseconds of its timer. */
    private record Sight(Renewal renewal, long since) {}

    private final Database database;
    private final LongSupplier timer;
    private final String holder;
    private final Map<String, Sight> seen = new ConcurrentHashMap<>();

    /** {@code timer}: nanoseconds, as of {@link System#nanoTime}; {@code holder} names this run of this hub. */
    public Leases(Database database, LongSupplier timer, String holder) {
        this.database = database;
        this.timer = timer;
        this.holder = holder;
    }

    /** Takes or renews the lease; false while another hub has it. A holder that has not renewed it for {@code length} may lose it. */
    public boolean hold(String name, Duration length) {
        return database.with("Taking a lease", connection -> renew(connection, name) || take(connection, name, length));
    }

    private boolean renew(Connection connection, String name) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE leases SET renewal = renewal + 1 WHERE name = ? AND holder = ?",
                        name,
                        holder)
                > 0;
    }

    private boolean take(Connection connection, String name, Duration length) throws SQLException {
        Optional<Renewal> now = Sql.first(
                connection,
                "SELECT holder, renewal FROM leases WHERE name = ?",
                row -> new Renewal(row.getString(1), row.getLong(2)),
                name);
        return now.isPresent()
                ? hasStood(name, now.get(), length) && replace(connection, name, now.get())
                : begin(connection, name);
    }

    private boolean hasStood(String name, Renewal now, Duration length) {
        Sight sight = seen.compute(
                name,
                (_, before) ->
                        before != null && before.renewal().equals(now) ? before : new Sight(now, timer.getAsLong()));
        return timer.getAsLong() - sight.since() > length.toNanos();
    }

    private boolean replace(Connection connection, String name, Renewal gone) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE leases SET holder = ?, renewal = renewal + 1 WHERE name = ? AND holder = ? AND renewal"
                                + " = ?",
                        holder,
                        name,
                        gone.holder(),
                        gone.number())
                > 0;
    }

    private boolean begin(Connection connection, String name) throws SQLException {
        return Sql.insertUnlessThere(connection, """
            INSERT INTO leases (name, holder, renewal)
            SELECT ?, ?, 1 WHERE NOT EXISTS (SELECT 1 FROM leases WHERE name = ?)
            """, name, holder, name);
    }

    /** Lets go of everything this hub holds, so that another can go on at once. */
    public void release() {
        database.with(
                "Letting go of leases",
                connection -> Sql.update(connection, "DELETE FROM leases WHERE holder = ?", holder));
    }
}
