// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.time.Instant;

/** Forgets what is over: answers to old commands, ended sessions, the volatile lane's past. Safe from any thread. */
public final class Upkeep {

    /** Two months: more than the usual of an hour is taken from. */
    private static final long HOURS_KEPT = 60 * 24;

    private final Database database;

    public Upkeep(Database database) {
        this.database = database;
    }

    /** Forgets answers given before {@code answersBefore}, sessions over at {@code now}, touches before {@code touchesBefore}. */
    public void forget(Instant now, Instant answersBefore, Instant touchesBefore) {
        database.with("Forgetting what is over", connection -> {
            Sql.update(connection, "DELETE FROM answers WHERE at < ?", answersBefore);
            Sql.update(connection, "DELETE FROM sessions WHERE until < ?", now);
            Sql.update(
                    connection, "DELETE FROM received_hours WHERE utc_hour < ?", ReceivedHours.hour(now) - HOURS_KEPT);
            return Sql.update(connection, "DELETE FROM touches WHERE changed < ?", touchesBefore);
        });
    }
}
