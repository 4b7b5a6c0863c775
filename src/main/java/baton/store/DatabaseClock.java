// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The database's time, told by this machine's clock and a measured difference, so that several hubs on one database agree
 * on "now" without asking for it each time. Safe from any thread.
 */
public final class DatabaseClock implements InstantSource {

    private final Database database;
    private final InstantSource own;
    private volatile Duration difference = Duration.ZERO;

    /** Measures once; ask {@link #measure} again now and then, since clocks drift. */
    public DatabaseClock(Database database, InstantSource own) {
        this.database = database;
        this.own = own;
        measure();
    }

    /** Asks the database for its time and notes the difference; embedded, the two are the same clock. */
    public void measure() {
        if (database.dialect() != Dialect.POSTGRES) {
            return;
        }
        Instant before = own.instant();
        Instant theirs = database.with(
                "Asking for the time",
                connection -> Sql.first(
                                connection,
                                "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)",
                                row -> Sql.instant(row.getLong(1)))
                        .orElseThrow());
        Instant after = own.instant();
        difference =
                Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), theirs);
    }

    @Override
    public Instant instant() {
        return own.instant().plus(difference);
    }
}
