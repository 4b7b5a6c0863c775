// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Folds the projections again from the journal: all of it after the folds changed their meaning, the rest after a restore. */
final class Rebuild {

    private static final int STEP = 1_000;

    private static final List<String> TABLES = List.of(
            "conversations",
            "messages",
            "customers",
            "identities",
            "people",
            "awaited",
            "seen",
            "placed",
            "sending_counts");

    private Rebuild() {}

    static List<String> tables() {
        return TABLES;
    }

    /** Brings the projections up to the head, from the first line when they were made by other folds. */
    static void ifNeeded(Database database) {
        database.inTransaction("Clearing the projections", Rebuild::clearIfOld);
        while (step(database, database) > 0) {
            // each step is a transaction of its own, so that a rebuild can be interrupted
        }
    }

    /** Folds the next lines of {@code journal} into the projections of {@code target}; returns how many. */
    static int step(Database journal, Database target) {
        return target.inTransaction("Folding the journal", connection -> {
            if (journal == target) {
                lockHead(connection);
            }
            long from = Sql.first(connection, "SELECT seq FROM projections WHERE one = 1", row -> row.getLong(1))
                    .orElseThrow();
            List<Recorded> lines = journal == target
                    ? Journal.lines(connection, from, STEP)
                    : journal.with("Reading the journal", other -> Journal.lines(other, from, STEP));
            fold(connection, lines);
            return lines.size();
        });
    }

    private static void fold(Connection connection, List<Recorded> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        Projections projections = new Projections(connection);
        for (Recorded line : lines) {
            Projector.apply(projections, line);
        }
        projections.write(lines.getLast().seq());
    }

    /** Another hub may be writing, or rebuilding too: whoever folds holds the head, as the writer does. */
    private static void lockHead(Connection connection) throws SQLException {
        Sql.first(connection, "SELECT seq FROM journal_head WHERE one = 1 FOR UPDATE", row -> row.getLong(1));
    }

    private static boolean clearIfOld(Connection connection) throws SQLException {
        lockHead(connection);
        int version = Sql.first(connection, "SELECT version FROM projections WHERE one = 1", row -> row.getInt(1))
                .orElseThrow();
        return version != Projections.VERSION && clear(connection) > 0;
    }

    private static int clear(Connection connection) throws SQLException {
        for (String table : TABLES) {
            Sql.update(connection, "DELETE FROM " + table);
        }
        return Sql.update(connection, "UPDATE projections SET seq = 0, version = ?", Projections.VERSION);
    }
}
