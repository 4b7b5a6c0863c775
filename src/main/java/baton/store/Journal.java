// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.ConversationId;
import baton.domain.Recorded;
import baton.wire.ActorCodec;
import baton.wire.EventCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbered journal: the one list everything is read from. Items are decided in order under the lock of the head row,
 * so commit order is number order without gaps, and a reader with a cursor misses nothing. Safe from any thread.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Database database;
    private final Writer writer;
    private final Latest latest = new Latest();
    private final KnownHead known = new KnownHead();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final String id;

    private Journal(Database database, InstantSource clock, String id) {
        this.database = database;
        this.id = id;
        this.writer = new Writer(database, clock, known::refuseOlder, this::written);
    }

    /**
     * Opens the journal, made on first use, brings the projections up to its head and starts the writer's thread.
     *
     * @param clock the database's time; a line's time is never lower than the one before, whatever this clock says
     */
    public static Journal open(Database database, InstantSource clock) {
        String id = id(database).orElseGet(() -> begin(database, clock));
        Rebuild.ifNeeded(database);
        CommitDurability.look(database);
        database.makeDurable(); // what a killed hub left behind is shown from here on
        Journal journal = new Journal(database, clock, id);
        journal.appended(head(database));
        journal.writer.start();
        return journal;
    }

    private static Optional<String> id(Database database) {
        return database.with(
                "Opening the journal",
                connection -> Sql.first(
                        connection, "SELECT journal FROM journal_head WHERE one = 1", row -> row.getString(1)));
    }

    /** Two hubs may begin at once: the one that comes second takes what the first made. */
    private static String begin(Database database, InstantSource clock) {
        try {
            return database.inTransaction("Beginning the journal", connection -> insertHead(connection, clock));
        } catch (StoreException broken) {
            return id(database).orElseThrow(() -> broken);
        }
    }

    private static String insertHead(Connection connection, InstantSource clock) throws SQLException {
        String fresh = UUID.randomUUID().toString();
        Sql.update(
                connection,
                "INSERT INTO journal_head (one, journal, seq, at) VALUES (1, ?, 0, ?)",
                fresh,
                clock.instant());
        Sql.update(connection, "INSERT INTO projections (one, version, seq) VALUES (1, ?, 0)", Projections.VERSION);
        return fresh;
    }

    /** Names this journal among all others; never changes, also not by a restore. */
    public String id() {
        return id;
    }

    /**
     * Queues an item. The future completes when its lines are durable, with the item's own answer, or with what its
     * decision threw, or with a {@link StoreException} when nothing of it was kept.
     */
    public <A> CompletableFuture<A> submit(Decision<A> decision) {
        return writer.submit(decision);
    }

    /** Lines after {@code seq} in order, at most {@code limit}; of an embedded store none beyond the {@link #head}. */
    public List<Recorded> after(long seq, int limit) {
        long last = database.isShared() ? Long.MAX_VALUE : head();
        return database.with("Reading the journal", connection -> lines(connection, seq, limit)).stream()
                .takeWhile(line -> line.seq() <= last)
                .toList();
    }

    /** Lines after {@code seq} up to the {@link #head} in order, at most {@code limit}; those this hub just wrote without asking the database. */
    public List<Recorded> news(long seq, int limit) {
        return latest.between(seq, head(), limit).orElseGet(() -> after(seq, limit));
    }

    /**
     * Reads rows beside the journal of which all is on the disk. An embedded store shows what was committed a moment before it is there, and if
     * the disk fails in that moment it never was: then refuses with a {@link StoreException}. Waits for what is being written, no longer.
     */
    public <T> T kept(Supplier<T> read) {
        int failures = writer.failures(); // first: a failure between the two looks must show in one of them
        if (writer.isUnsure()) {
            database.makeDurable();
        }
        T rows = read.get();
        if (!database.isShared()) {
            writer.awaitUnderWay();
            if (writer.failures() != failures) {
                throw new StoreException("Reading", new SQLTransientConnectionException("the disk failed meanwhile"));
            }
        }
        return rows;
    }

    static List<Recorded> lines(Connection connection, long seq, int limit) throws SQLException {
        return Sql.list(connection, """
            SELECT seq, at, conversation, actor, kind, body FROM journal
            WHERE seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY
            """, Journal::line, seq, limit);
    }

    private static Recorded line(ResultSet row) throws SQLException {
        long conversation = row.getLong(3);
        Optional<ConversationId> belongsTo =
                row.wasNull() ? Optional.empty() : Optional.of(new ConversationId(conversation));
        return new Recorded(
                row.getLong(1),
                Sql.instant(row.getLong(2)),
                belongsTo,
                ActorCodec.read(row.getString(4)),
                EventCodec.read(row.getString(5), row.getString(6)));
    }

    /** The last line this hub knows of; {@link #look} finds out what others wrote. */
    public long head() {
        return known.get();
    }

    /**
     * Asks a shared database for the head, and wakes the listeners if another hub wrote. An embedded store is not asked: only this hub writes to
     * it, and it shows a line before the disk has it.
     */
    public long look() {
        if (database.isShared()) {
            long before = head();
            long now = head(database);
            known.refuseOlder(before, now);
            appended(now);
        }
        return head();
    }

    /**
     * Completes, with a sentence, when a shared database comes back with fewer lines than this hub has seen. Nothing is written or looked up any
     * more then; begun anew, the hub and its desks find out by themselves.
     */
    public CompletableFuture<String> lost() {
        return known.lost();
    }

    private static long head(Database database) {
        return database.with(
                "Looking at the journal's head",
                connection -> Sql.first(connection, "SELECT seq FROM journal_head WHERE one = 1", row -> row.getLong(1))
                        .orElse(0L));
    }

    /** Called with the new head after each append, on the writer's thread: be quick, throw nothing. */
    public void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    /** How many items wait to be decided. */
    public int waiting() {
        return writer.waiting();
    }

    /** How long what is being written now has taken so far; zero while nothing is. More than a moment means that everybody waits. */
    public Duration writingFor() {
        return writer.underWayFor();
    }

    /** Whether the writer's thread lives. */
    public boolean isWriting() {
        return writer.isAlive();
    }

    private void written(Batch batch) {
        latest.add(batch.locked(), batch.lines());
        appended(batch.head().seq());
    }

    private void appended(long head) {
        if (known.raise(head)) {
            listeners.forEach(listener -> tell(listener, head));
        }
    }

    /** What is written is written: a listener's trouble is its own. */
    private static void tell(LongConsumer listener, long head) {
        try {
            listener.accept(head);
        } catch (RuntimeException broken) {
            LOG.error("A listener of the journal failed", broken);
        }
    }

    /** Decides what is queued, then stops the writer. */
    @Override
    public void close() {
        writer.close();
    }
}
