// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;

/** The few places where the two stores differ. */
enum Dialect {
    H2("VARBINARY", "SELECT seq, at FROM journal_head WHERE one = 1", false) {
        // Without it an acknowledged row can die with the machine: WRITE_DELAY=0 writes at commit but does not force
        // the disk. A store that closed itself over a failure forces nothing and does not say so, but refuses a
        // question.
        @Override
        void makeDurable(Connection connection) throws SQLException {
            run(connection, "CHECKPOINT SYNC");
            if (Compaction.store(connection).isClosed()) {
                throw new SQLException("The store closed itself", "90098", ErrorCode.DATABASE_IS_CLOSED);
            }
        }

        @Override
        void announce(Writes writes, long seq) {}

        // Lazy: a result is read from the store as it is asked for, not gathered in memory first.
        @Override
        void beginMoment(Connection connection) throws SQLException {
            connection.setTransactionIsolation(SNAPSHOT);
            run(connection, "SET LAZY_QUERY_EXECUTION 1");
        }

        @Override
        void endMoment(Connection connection) throws SQLException {
            run(connection, "SET LAZY_QUERY_EXECUTION 0");
        }
    },

    POSTGRES(
            "BYTEA",
            "SELECT seq, at, set_config('idle_in_transaction_session_timeout', '5s', true) FROM journal_head"
                    + " WHERE one = 1 FOR UPDATE",
            true) {
        @Override
        void makeDurable(Connection connection) {}

        // Sent with the commit, so that the other hubs look at once.
        @Override
        void announce(Writes writes, long seq) {
            writes.add("SELECT pg_notify(?, ?)", CHANNEL, String.valueOf(seq));
        }

        @Override
        void beginMoment(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }

        @Override
        void endMoment(Connection connection) {}
    };

    /** H2's own isolation level beside those of JDBC. */
    private static final int SNAPSHOT = 6;

    static final String CHANNEL = "baton_journal";

    private final String bytes;
    private final String lockedHead;
    private final boolean takesSeveral;

    Dialect(String bytes, String lockedHead, boolean takesSeveral) {
        this.bytes = bytes;
        this.lockedHead = lockedHead;
        this.takesSeveral = takesSeveral;
    }

    /** The column type for bytes. */
    String bytes() {
        return bytes;
    }

    /**
     * The question for number and time of the head, which locks it, so that of several who write or fold one is at work. A hub that falls silent
     * with the lock, frozen or cut off, loses it and its transaction after 5 s: the lease it leads by is another's by then. No lock on an embedded
     * store, which has one writer: there a lock is a change, and each decision that leaves nothing would be a write to the disk.
     */
    String lockedHead() {
        return lockedHead;
    }

    /** Whether one prepared text may hold several statements, which then go there and back once. */
    boolean takesSeveral() {
        return takesSeveral;
    }

    /** Called after each commit of the writer and before anything is acknowledged. */
    abstract void makeDurable(Connection connection) throws SQLException;

    /** Adds what tells other hubs of the journal's new head to what the writer is about to write. */
    abstract void announce(Writes writes, long seq);

    /** From here to the end of the transaction all reads are of one moment, and read a row at a time. */
    abstract void beginMoment(Connection connection) throws SQLException;

    /** After the transaction. */
    abstract void endMoment(Connection connection) throws SQLException;

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRES : H2;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
