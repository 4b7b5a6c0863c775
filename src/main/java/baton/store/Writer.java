// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the journal. It takes whatever waits into one transaction and never waits to fill one. A
 * decision that throws is taken back alone; a transaction that fails is repeated item by item, so that one bad item
 * cannot take the others with it.
 */
final class Writer implements AutoCloseable {

    /** Items in one transaction: enough to share the disk's flush, few enough to answer in time. */
    private static final int MOST = 512;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Database database;
    private final RawBodies rawBodies;
    private final InstantSource clock;
    private final LongConsumer appended;
    private final BlockingQueue<Item<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("journal-writer").unstarted(this::run);
    private volatile boolean closing;

    Writer(Database database, InstantSource clock, LongConsumer appended) {
        this.database = database;
        this.rawBodies = new RawBodies(database);
        this.clock = clock;
        this.appended = appended;
    }

    void start() {
        thread.start();
    }

    <A> CompletableFuture<A> submit(Decision<A> decision) {
        Item<A> item = new Item<>(decision);
        if (closing) {
            item.fail(new IllegalStateException("The journal is closing"));
        } else {
            queue.add(item);
        }
        return item.future();
    }

    boolean isAlive() {
        return thread.isAlive() && !closing;
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        List<Item<?>> items = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                items.add(queue.take());
                queue.drainTo(items, MOST - 1);
                items.removeIf(Item::isWakeUp);
                decide(items);
            } catch (InterruptedException stop) {
                closing = true;
            }
            items.clear();
        }
    }

    private void decide(List<Item<?>> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            transact(items);
        } catch (SQLException | RuntimeException broken) {
            repeatSingly(items, broken);
        }
    }

    private void repeatSingly(List<Item<?>> items, Exception broken) {
        if (items.size() == 1 || !database.answers(1)) {
            LOG.error("The journal could not be written: {}", broken.toString());
            StoreException failure = new StoreException("The journal could not be written", broken);
            items.forEach(item -> item.fail(failure));
            return;
        }
        LOG.warn("A batch of {} failed and is repeated item by item: {}", items.size(), broken.toString());
        items.forEach(item -> decide(List.of(item)));
    }

    private void transact(List<Item<?>> items) throws SQLException {
        rawBodies.prepare(clock.instant());
        Batch batch = database.inTransaction("Writing the journal", connection -> {
            Batch open = lockHead(connection);
            items.forEach(item -> item.decide(open));
            open.write();
            if (!open.lines().isEmpty()) {
                database.dialect().announce(connection, open.next() - 1);
            }
            return open;
        });
        if (!batch.isEmpty()) {
            database.makeDurable();
        }
        items.forEach(Item::complete);
        if (!batch.lines().isEmpty()) {
            appended.accept(batch.lines().getLast().seq());
        }
    }

    private Batch lockHead(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT seq, at FROM journal_head WHERE one = 1 FOR UPDATE",
                        row -> new Batch(connection, row.getLong(1), later(Sql.instant(row.getLong(2)))))
                .orElseThrow(() -> new IllegalStateException("The journal has no head"));
    }

    private Instant later(Instant last) {
        Instant now = Sql.instant(Sql.micros(clock.instant()));
        return now.isBefore(last) ? last : now;
    }

    @Override
    public void close() {
        closing = true;
        queue.add(Item.wakeUp());
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
