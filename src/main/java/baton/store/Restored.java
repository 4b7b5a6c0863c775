// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * That this database was filled from a backup and nobody has looked yet at what waited in it to be sent. It comes with the rows themselves, so that a
 * restore that is killed after them leaves it for the first hub. Safe from any thread.
 */
public final class Restored {

    private final Database database;

    public Restored(Database database) {
        this.database = database;
    }

    /** When it was filled, until {@link #looked}. */
    public Optional<Instant> at() {
        return database.with(
                "Looking whether this is a restored database",
                connection -> Sql.first(
                        connection, "SELECT at FROM restored WHERE one = 1", row -> Sql.instant(row.getLong(1))));
    }

    /** What waited is in doubt now. After a power cut it may have to be said again. */
    public void looked() {
        database.with("Ending a restore", connection -> Sql.update(connection, "DELETE FROM restored"));
    }

    static int note(Connection connection, Instant at) throws SQLException {
        return Sql.update(connection, "INSERT INTO restored (one, at) VALUES (1, ?)", at);
    }
}
