// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Which hub runs a loop when several share a database: whoever holds the loop's row. A holder that stops renewing loses
 * it when the lease is over. Safe from any thread.
 */
public final class Leases {

    private final Database database;
    private final InstantSource clock;
    private final String holder;

    /** {@code holder} names this run of this hub. */
    public Leases(Database database, InstantSource clock, String holder) {
        this.database = database;
        this.clock = clock;
        this.holder = holder;
    }

    /** Takes or renews the lease for {@code length}; false when another hub has it. */
    public boolean hold(String name, Duration length) {
        long now = Sql.micros(clock.instant());
        long until = Sql.micros(clock.instant().plus(length));
        return database.with("Taking a lease", connection -> {
            int renewed = Sql.update(
                    connection,
                    "UPDATE leases SET holder = ?, until = ? WHERE name = ? AND (holder = ? OR until < ?)",
                    holder,
                    until,
                    name,
                    holder,
                    now);
            return renewed > 0 || Sql.insertUnlessThere(connection, """
                INSERT INTO leases (name, holder, until)
                SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM leases WHERE name = ?)
                """, name, holder, until, name);
        });
    }

    /** Lets go of everything this hub holds, so that another can go on at once. */
    public void release() {
        database.with(
                "Letting go of leases",
                connection -> Sql.update(connection, "DELETE FROM leases WHERE holder = ?", holder));
    }
}
