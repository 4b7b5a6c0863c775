// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/**
 * Gives room in an embedded store's file back, in slices so small that a writer hardly waits: with a forced write at every
 * batch the store never does it by itself. On PostgreSQL, which does, there is nothing to do. One thread.
 */
public final class Compaction {

    /** Percent in use that are good enough: of the file, and of what was written together. */
    private static final int GOOD = 85;

    /** Percent in use below which it is worth disturbing who writes. */
    private static final int BAD = 50;

    /** Bytes written anew in one slice: some milliseconds. */
    private static final int SLICE = 1 << 20;

    /** Bytes moved in one: more than a slice, or what slices left could not be moved. */
    private static final int MOVE = 4 << 20;

    /** Steps in a row that made nothing better, after which another would not help either; of a large file more, since one shows less. */
    private static final int VAIN = 30;

    /** Percent less in use than when all was done, from which on it is worth beginning again. */
    private static final int WORSE = 5;

    private static final long LARGE = 4L << 20;

    private static final long SMALL = 8L << 20;

    /** What a slice does: first what is written sparsely is written anew, then what lies at the end is moved to where there is room. */
    private enum Phase {
        REWRITING,
        MOVING,
        DONE
    }

    private final Database database;
    private final long small;
    private final int most;
    private Phase phase = Phase.REWRITING;
    private int inVain;
    private long bytes = Long.MAX_VALUE;
    private int percent;

    public Compaction(Database database) {
        this(database, SMALL, SLICE);
    }

    /** {@code small}: bytes of a file that is not worth the trouble; {@code most}: bytes written anew in one slice. */
    Compaction(Database database, long small, int most) {
        this.database = database;
        this.small = small;
        this.most = most;
    }

    /** One slice while nobody writes; tells whether it is worth going on. */
    public boolean slice() {
        return inFile(this::slice);
    }

    /** A quarter of a slice while somebody writes, and only if most of what is written is not in use; tells whether it is. */
    public boolean sliver() {
        begin(Phase.REWRITING);
        return inFile((file, store) -> {
            boolean isBad = file.getChunksFillRate() < BAD;
            // Whoever writes may have kept it out, so that it does not tell; their next commit writes it.
            var _ = isBad && ChunkCleaner.clean(store, most / 4, BAD);
            return isBad;
        });
    }

    private interface Work {
        boolean in(RandomAccessStore file, MVStore store);
    }

    private boolean inFile(Work work) {
        return database.dialect() == Dialect.H2
                && database.with("Compacting the store", connection -> inFile(connection, work));
    }

    private boolean inFile(Connection connection, Work work) throws SQLException {
        MVStore store = store(connection);
        try {
            return store.getFileStore() instanceof RandomAccessStore file
                    && file.size() > small
                    && work.in(file, store);
        } catch (MVStoreException broken) {
            throw new StoreException("Compacting the store", broken);
        }
    }

    /** What lies under a connection to an embedded store. */
    static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    private boolean slice(RandomAccessStore file, MVStore store) {
        look(file);
        // Writing anew can go on for ever without use, each time with what the time before has written: moving gets its
        // turn all the same.
        if (phase == Phase.REWRITING && (isInVain() || !rewritten(store))) {
            begin(Phase.MOVING);
        }
        if (phase == Phase.MOVING && (isInVain() || !moved(file, store))) {
            begin(Phase.DONE);
        }
        return phase != Phase.DONE;
    }

    /** Only what is better than ever in this phase counts: use goes up and down for ever. */
    private void look(RandomAccessStore file) {
        if (phase == Phase.DONE && file.getChunksFillRate() < percent - WORSE) {
            begin(Phase.REWRITING);
        }
        boolean isBetter = phase == Phase.MOVING ? file.size() < bytes : file.getChunksFillRate() > percent;
        inVain = isBetter ? 0 : inVain + 1;
        bytes = Math.min(bytes, file.size());
        percent = Math.max(percent, file.getChunksFillRate());
    }

    private boolean isInVain() {
        return inVain >= VAIN + bytes / LARGE;
    }

    private void begin(Phase next) {
        phase = next;
        inVain = 0;
        bytes = Long.MAX_VALUE;
        percent = 0;
    }

    private boolean rewritten(MVStore store) {
        if (percent >= GOOD || !ChunkCleaner.clean(store, most, GOOD)) {
            return false;
        }
        store.commit();
        return true;
    }

    /** What lies at the end is moved into what is free, so that the file becomes shorter. */
    private static boolean moved(RandomAccessStore file, MVStore store) {
        if (file.getFillRate() >= GOOD) {
            return false;
        }
        file.compactMoveChunks(GOOD, MOVE, store);
        return true;
    }
}
