// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.run.Loop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time that all hubs on one database agree on, and that never goes back: the database's own, or this machine's when the
 * store is embedded. When that clock falls behind what was told already, or behind the journal's last line, time goes on at
 * half its pace until the clock has caught up, so that holds end and replies leave also then. Safe from any thread.
 */
public final class DatabaseClock implements InstantSource, Loop.Step {

    private static final Duration CLOCKS_DRIFT = Duration.ofSeconds(30);

    private final Database database;
    private final InstantSource own;
    private final LongSupplier timer;
    private Instant measured = Instant.EPOCH;
    private long measuredAt;
    private Instant told = Instant.EPOCH;
    private long toldAt;

    /** Measures once; it wants to be a loop, since clocks drift. {@code timer}: nanoseconds, as of {@link System#nanoTime}. */
    public DatabaseClock(Database database, InstantSource own, LongSupplier timer) {
        this.database = database;
        this.own = own;
        this.timer = timer;
        this.toldAt = timer.getAsLong();
        measure();
    }

    /** Asks a database server for its time, and any for the journal's last, which is the least that is told from now on. */
    public void measure() {
        long before = timer.getAsLong();
        Instant theirs = database.with("Asking for the time", this::theirs);
        long after = timer.getAsLong();
        Instant last = database.with("Asking for the journal's last time", DatabaseClock::last);
        synchronized (this) {
            measured = theirs;
            measuredAt = before + (after - before) / 2;
            if (told.isBefore(last)) {
                told = last;
                toldAt = after;
            }
        }
    }

    @Override
    public Duration run() {
        measure();
        return CLOCKS_DRIFT;
    }

    private Instant theirs(Connection connection) throws SQLException {
        return database.isShared()
                ? Sql.first(
                                connection,
                                "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)",
                                row -> Sql.instant(row.getLong(1)))
                        .orElseThrow()
                : own.instant();
    }

    private static Instant last(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT at FROM journal_head WHERE one = 1", row -> Sql.instant(row.getLong(1)))
                .orElse(Instant.EPOCH);
    }

    @Override
    public synchronized Instant instant() {
        long now = timer.getAsLong();
        Instant clock = database.isShared() ? measured.plusNanos(now - measuredAt) : own.instant();
        Instant least = told.plus(Duration.ofNanos(Math.max(0, now - toldAt)).dividedBy(2));
        told = clock.isBefore(told) ? least : clock;
        toldAt = now;
        return told;
    }
}
