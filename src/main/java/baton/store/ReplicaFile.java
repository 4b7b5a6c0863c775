// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.wire.EventCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of a replica: opened if it is whole and made for its owner by this release, else begun anew. */
final class ReplicaFile implements AutoCloseable {

    /** Raised when the tables change their meaning. */
    private static final int TABLES = 2;

    private final LocalFile file;
    private volatile Replica.Owner owner;
    private volatile Database database;

    ReplicaFile(LocalFile file, Replica.Owner owner) {
        this.file = file;
        this.owner = owner;
        this.database = openOrBegin();
    }

    Database database() {
        return database;
    }

    private Database openOrBegin() {
        try {
            return ours(file.open());
        } catch (StoreException broken) {
            file.delete();
            return ours(file.open());
        }
    }

    private Database ours(Database opened) {
        try {
            return opened.with("Opening the replica", connection -> {
                if (!isMadeBy(connection, maker())) {
                    begin(connection);
                }
                return opened;
            });
        } catch (StoreException broken) {
            opened.shutDown();
            throw broken;
        }
    }

    private static boolean isMadeBy(Connection connection, String maker) throws SQLException {
        boolean isThere = Sql.first(
                        connection,
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'REPLICA'",
                        row -> row.getInt(1) > 0)
                .orElse(false);
        return isThere
                && Sql.first(connection, "SELECT made_by FROM replica WHERE one = 1", row -> row.getString(1))
                        .filter(maker::equals)
                        .isPresent();
    }

    /** A release that knows more kinds of events folds what this one passes over: also then the copy is begun anew. */
    private String maker() {
        return String.join(
                " ",
                Integer.toString(TABLES),
                Integer.toString(Projections.VERSION),
                Integer.toHexString(EventCodec.kinds().keySet().hashCode()),
                owner.hub(),
                owner.person().value(),
                owner.scope());
    }

    private boolean begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            statement.execute("RUNSCRIPT FROM 'classpath:baton/store/replica.sql'");
        }
        return Sql.update(
                        connection,
                        "INSERT INTO replica (one, made_by, cursor, mark, ahead, ahead_mark, begins, filled)"
                                + " VALUES (1, ?, 0, '', 0, '', 0, FALSE)",
                        maker())
                > 0;
    }

    /** Throws everything away; if even that fails, the file itself. */
    void restart() {
        try {
            database.with("Emptying the replica", this::begin);
        } catch (StoreException damaged) {
            database.shutDown();
            file.delete();
            database = openOrBegin();
        }
    }

    /** Tells whether this is another owner than before; then {@link #restart} is due. */
    boolean belongTo(Replica.Owner next) {
        boolean isOther = !next.equals(owner);
        owner = next;
        return isOther;
    }

    @Override
    public void close() {
        database.shutDown();
    }
}
