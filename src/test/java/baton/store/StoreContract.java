// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.AccountEvent;
import baton.domain.Actor;
import baton.domain.DeliveryId;
import baton.domain.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every contract of the store stands on: a fresh database, a journal on it, and a clock that the test moves. */
abstract class StoreContract {

    static final Actor HUB = new Actor.Hub();

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T14:00:00Z"));
    Database database;
    Journal journal;

    @TempDir
    Path folder;

    private Store store;

    /** The store under test, new and empty. */
    abstract Store fresh(Path folder);

    @BeforeEach
    void begin() {
        open(fresh(folder.resolve("data")));
    }

    void open(Store again) {
        store = again;
        database = store.open();
        journal = Journal.open(database, clock);
    }

    @AfterEach
    void close() {
        journal.close();
        database.close();
    }

    Store store() {
        return store;
    }

    void reopen() {
        close();
        open(store);
    }

    /** Submits; an answer that never comes is a failure, not a test that hangs. */
    <A> CompletableFuture<A> submit(Decision<A> decision) {
        return journal.submit(decision).orTimeout(30, TimeUnit.SECONDS);
    }

    /** Submits all of these while the writer is kept busy, so that they share one transaction. */
    <A> List<CompletableFuture<A>> inOneBatch(List<Decision<A>> decisions) {
        CountDownLatch together = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = submit(_ -> awaited(together));
        List<CompletableFuture<A>> answers = new ArrayList<>();
        decisions.forEach(decision -> answers.add(submit(decision)));
        together.countDown();
        busy.join();
        return answers;
    }

    static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Records a line that no projection cares about; answers its number. */
    static Decision<Long> line(String word) {
        return turn -> turn.record(HUB, event(word)).seq();
    }

    static Event event(String word) {
        return new AccountEvent.SetAsideReplayed(new DeliveryId(word));
    }

    List<String> words() {
        return journal.after(0, 100_000).stream()
                .flatMap(line -> word(line.event()).stream())
                .toList();
    }

    static Optional<String> word(Event event) {
        return event instanceof AccountEvent.SetAsideReplayed said
                ? Optional.of(said.delivery().value())
                : Optional.empty();
    }

    Optional<String> firstDifference() {
        return new Check(database, folder.resolve("check-" + journal.head())).firstDifference();
    }
}
