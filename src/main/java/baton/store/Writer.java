// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the journal. It takes whatever waits into one transaction and never waits to fill one. A
 * decision that throws is taken back alone; a transaction that fails before its commit is repeated item by item, so that
 * one bad item cannot take the others with it.
 */
final class Writer implements AutoCloseable {

    /** Items in one transaction: enough to share the disk's flush, few enough to answer in time. */
    private static final int MOST = 512;

    /** A server that went silent is not waited for longer. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** One transaction from its beginning, in nanoseconds of {@link System#nanoTime}, to its end, good or bad. */
    private record Write(long begun, CompletableFuture<Boolean> end) {}

    private final Database database;
    private final RawBodies rawBodies;
    private final InstantSource clock;
    private final LongConsumer locked;
    private final Consumer<Batch> appended;
    private final Remembered remembered = new Remembered();
    private final BlockingQueue<Item<?>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean unsure;
    private volatile Write underWay = new Write(System.nanoTime(), CompletableFuture.completedFuture(true));
    private final Thread thread = Thread.ofPlatform().name("journal-writer").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean stopped;

    /** {@code locked} sees each number of the head before anything is decided on it, and may refuse it; {@code appended} what is on the disk. */
    Writer(Database database, InstantSource clock, LongConsumer locked, Consumer<Batch> appended) {
        this.database = database;
        this.rawBodies = new RawBodies(database);
        this.clock = clock;
        this.locked = locked;
        this.appended = appended;
    }

    void start() {
        thread.start();
    }

    <A> CompletableFuture<A> submit(Decision<A> decision) {
        Item<A> item = new Item<>(decision);
        queue.add(item);
        if (stopped) {
            refuseLeft();
        }
        return item.future();
    }

    boolean isAlive() {
        return thread.isAlive() && !closing;
    }

    /** How often a batch failed that may have been seen, since this hub began. */
    int failures() {
        return failures.get();
    }

    /** Whether such a batch may be in the store without being on the disk. */
    boolean isUnsure() {
        return unsure;
    }

    /** Waits until what is being written now is on the disk or has failed. */
    void awaitUnderWay() {
        underWay.end().join();
    }

    /** How long what is being written now has taken so far; zero while nothing is. */
    Duration underWayFor() {
        Write write = underWay;
        return write.end().isDone() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - write.begun());
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            try {
                decideWaiting();
            } catch (InterruptedException stop) {
                closing = true;
            }
        }
        stopped = true;
        refuseLeft();
    }

    /** Whoever submits after the last look at the queue is told so, by this thread or by their own. */
    private void refuseLeft() {
        for (Item<?> left = queue.poll(); left != null; left = queue.poll()) {
            left.fail(StoreException.closed());
        }
    }

    private void decideWaiting() throws InterruptedException {
        List<Item<?>> items = new ArrayList<>();
        items.add(queue.take());
        queue.drainTo(items, MOST - 1);
        items.removeIf(Item::isWakeUp);
        try {
            decide(items);
        } catch (RuntimeException | Error unexpected) {
            // Without this thread nobody is answered any more, so it outlives everything.
            LOG.error("The journal's writer stumbled and goes on", unexpected);
            items.forEach(item -> item.fail(unexpected));
        }
    }

    private void decide(List<Item<?>> items) {
        if (items.isEmpty()) {
            return;
        }
        Write write = new Write(System.nanoTime(), new CompletableFuture<>());
        underWay = write;
        try {
            write(items);
        } finally {
            write.end().complete(true);
        }
    }

    private void write(List<Item<?>> items) {
        AtomicReference<@Nullable Batch> written = new AtomicReference<>();
        try {
            acknowledge(items, transact(items, written));
        } catch (StoreException broken) {
            if (written.get() == null) {
                repeatSingly(items, broken);
            } else {
                // The commit may have come through: deciding again could do everything twice.
                unsure = true;
                failures.incrementAndGet();
                failAll(items, broken);
            }
        }
    }

    private void repeatSingly(List<Item<?>> items, StoreException broken) {
        if (items.size() == 1 || !databaseAnswers()) {
            failAll(items, broken);
            return;
        }
        LOG.warn("A batch of {} failed and is repeated item by item: {}", items.size(), broken.getMessage());
        items.forEach(item -> decide(List.of(item)));
    }

    private boolean databaseAnswers() {
        try {
            return database.answers(1);
        } catch (StoreException gone) {
            return false;
        }
    }

    private static void failAll(List<Item<?>> items, StoreException broken) {
        LOG.error("The journal could not be written: {}", broken.getMessage());
        items.forEach(item -> item.fail(broken));
    }

    /** {@code written} has the batch as soon as nothing but the commit is left to do. */
    private Batch transact(List<Item<?>> items, AtomicReference<@Nullable Batch> written) {
        rawBodies.prepare(clock.instant());
        return database.inTransaction(
                "Writing the journal",
                connection -> {
                    Batch open = lockHead(connection);
                    items.forEach(item -> item.decide(open));
                    open.write(database.dialect());
                    written.set(open);
                    return open;
                },
                batch -> !batch.isEmpty());
    }

    /**
     * Whoever has an answer finds its lines: the head moves first, and only to what is on the disk. What came through though its batch failed is
     * told with the next, also where that adds nothing: it may answer with what stood there before.
     */
    private void acknowledge(List<Item<?>> items, Batch batch) {
        if (!batch.isEmpty() || unsure) {
            database.makeDurable();
            unsure = false;
            appended.accept(batch);
        }
        items.forEach(Item::complete);
        batch.projections().remember();
        remembered.keptUpTo(batch.head());
    }

    private Batch lockHead(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        database.dialect().lockedHead(),
                        row -> begin(connection, new Remembered.Head(row.getLong(1), Sql.instant(row.getLong(2)))))
                .orElseThrow(() -> new IllegalStateException("The journal has no head"));
    }

    private Batch begin(Connection connection, Remembered.Head head) {
        locked.accept(head.seq());
        remembered.beginAt(head);
        return new Batch(connection, head, later(head.at()), remembered);
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
            thread.join(LONGEST_GOODBYE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
