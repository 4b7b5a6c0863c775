// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the projections again from the journal: all of it after the folds changed their meaning or when they know of lines that a power cut
 * took, the rest after a restore.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

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
        database.inTransaction(
                "Clearing the projections", connection -> clearIfUnusable(connection, database.dialect()));
        while (step(database, database) > 0) {
            // each step is a transaction of its own, so that a rebuild can be interrupted
        }
    }

    /** Folds the next lines of {@code journal} into the projections of {@code target}; returns how many. */
    static int step(Database journal, Database target) {
        return target.inTransaction("Folding the journal", connection -> {
            if (journal == target) {
                long _ = lockHead(connection, target.dialect());
            }
            long from = Sql.first(connection, "SELECT seq FROM projections WHERE one = 1", row -> row.getLong(1))
                    .orElseThrow();
            List<Recorded> lines = journal == target
                    ? Journal.lines(connection, from, STEP)
                    : journal.with("Reading the journal", other -> Journal.lines(other, from, STEP));
            fold(connection, target.dialect(), lines);
            return lines.size();
        });
    }

    private static void fold(Connection connection, Dialect dialect, List<Recorded> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        Projections projections = new Projections(connection, new Remembered());
        for (Recorded line : lines) {
            Projector.apply(projections, line);
        }
        Writes writes = new Writes(dialect);
        projections.write(writes, lines.getLast().seq());
        writes.to(connection);
    }

    /** Another hub may be writing, or rebuilding too: whoever folds holds the head, as the writer does. */
    private static long lockHead(Connection connection, Dialect dialect) throws SQLException {
        return Sql.first(connection, dialect.lockedHead(), row -> row.getLong(1))
                .orElse(0L);
    }

    private static boolean clearIfUnusable(Connection connection, Dialect dialect) throws SQLException {
        long head = lockHead(connection, dialect);
        Folded folded = Sql.first(
                        connection,
                        "SELECT version, seq FROM projections WHERE one = 1",
                        row -> new Folded(row.getInt(1), row.getLong(2)))
                .orElseThrow();
        if (folded.seq() > head) {
            LOG.warn("The projections know {} lines and the journal {}: they are folded again", folded.seq(), head);
        }
        return (folded.version() != Projections.VERSION || folded.seq() > head) && clear(connection) > 0;
    }

    private record Folded(int version, long seq) {}

    private static int clear(Connection connection) throws SQLException {
        for (String table : TABLES) {
            Sql.update(connection, "DELETE FROM " + table);
        }
        return Sql.update(connection, "UPDATE projections SET seq = 0, version = ?", Projections.VERSION);
    }
}
