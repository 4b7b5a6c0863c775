// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.Recorded;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs on one PostgreSQL write one journal. */
@Timeout(60)
final class TwoHubsTest {

    private static final NumberId NUMBER = new NumberId("771940260085512");
    private static final PersonId MINA = new PersonId("mina");
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T14:00:00Z"));
    private final Store store = Store.postgres();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    private record Hub(Database database, Journal journal) {}

    private Hub hub() {
        Database database = store.open();
        Journal journal = Journal.open(database, clock);
        synchronized (opened) {
            opened.add(database);
            opened.add(journal);
        }
        return new Hub(database, journal);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable thing : opened.reversed()) {
            thing.close();
        }
    }

    @Test
    void twoHubsThatBeginAtOnceBeginOneJournal() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Hub>> hubs = threads.invokeAll(List.of(this::hub, this::hub));
            assertThat(hubs.get(0).get().journal().id())
                    .isEqualTo(hubs.get(1).get().journal().id());
        }
    }

    @Test
    void bothWriteAtOnceWithoutGapsDoublesOrDeadlock() throws Exception {
        List<Hub> hubs = List.of(hub(), hub());
        List<Long> numbers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> writers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> written(hubs.get(i % 2).journal(), "w" + i)))
                    .toList();
            numbers = new ArrayList<>();
            for (Future<List<Long>> writer : writers) {
                numbers.addAll(writer.get(40, TimeUnit.SECONDS));
            }
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(LongLists.upTo(12 * 30));
        assertThat(hubs.getFirst().journal().look()).isEqualTo(12 * 30);
        assertThat(hubs.getFirst().journal().after(0, 1_000))
                .extracting(Recorded::seq)
                .containsExactlyElementsOf(LongLists.upTo(12 * 30));
    }

    private static List<Long> written(Journal journal, String name) {
        return IntStream.range(0, 30)
                .mapToObj(i -> journal.submit(StoreContract.line(name + i)).join())
                .toList();
    }

    /** Every batch starts from what the other hub wrote a moment ago. */
    @Test
    void projectionsOfWorkOnBothHubsEqualAFreshFold() {
        List<Hub> hubs = List.of(hub(), hub());
        List<RandomWork> work = List.of(new RandomWork(21), new RandomWork(22));
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int hub = i % 2;
            answers.add(hubs.get(hub).journal().submit(turn -> work.get(hub).some(turn)));
        }
        answers.forEach(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join());
        assertThat(new Check(hubs.getFirst().database(), folder).firstDifference())
                .isEmpty();
        hubs.forEach(hub -> assertNewsAreWhatTheJournalHolds(hub.journal()));
    }

    private static void assertNewsAreWhatTheJournalHolds(Journal journal) {
        long head = journal.look();
        for (long seq = 0; seq <= head; seq += 3) {
            assertThat(journal.news(seq, 10)).isEqualTo(journal.after(seq, 10));
        }
    }

    /** A hub remembers the rows it left, but not across a line of another's. */
    @Test
    void aHubSeesWhatTheOtherDidToARowThatItLeft() {
        Hub first = hub();
        Hub second = hub();
        CustomerId customer = new CustomerId(9001);
        ConversationId opened = first.journal()
                .submit(turn -> turn.open(customer, NUMBER, StoreContract.HUB))
                .join();
        boolean _ = second.journal()
                .submit(turn ->
                        turn.record(opened, StoreContract.HUB, new ConversationEvent.ConversationResolved(MINA)))
                .thenApply(_ -> true)
                .join();
        ConversationId again = second.journal()
                .submit(turn -> turn.open(customer, NUMBER, StoreContract.HUB))
                .join();
        assertThat(first.journal()
                        .submit(turn -> turn.conversation(opened).orElseThrow().open())
                        .join())
                .isFalse();
        assertThat(first.journal()
                        .submit(turn -> turn.newestConversation(customer, NUMBER)
                                .orElseThrow()
                                .id())
                        .join())
                .isEqualTo(again);
    }

    @Test
    void aHubThatOpensWhileAnotherWritesDisturbsNothing() {
        Hub first = hub();
        RandomWork work = new RandomWork(23);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                first.journal().submit(work::some).join();
            }
        });
        for (int i = 0; i < 4; i++) {
            hub();
        }
        enough.set(true);
        writing.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(new Check(first.database(), folder).firstDifference()).isEmpty();
    }

    @Test
    void bothKeepRawDeliveriesFromTheFirstMomentOfADay() {
        List<Hub> hubs = List.of(hub(), hub());
        for (int day = 0; day < 5; day++) {
            List<CompletableFuture<DeliveryId>> kept = IntStream.range(0, 4)
                    .mapToObj(i -> hubs.get(i % 2).journal().submit(turn -> turn.keepRaw(RawBody.of(new byte[] {1}))))
                    .toList();
            assertThat(kept)
                    .extracting(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                    .doesNotHaveDuplicates();
            clock.move(Duration.ofDays(2));
        }
    }

    /** Frozen, or cut off from the network, in the middle of writing: the others must not wait for it. */
    @Test
    void aHubThatFallsSilentWhileItWritesHoldsNobodyUpForLong() throws Exception {
        Journal silent = hub().journal();
        Journal other = hub().journal();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        CompletableFuture<Long> cutOff = silent.submit(turn -> {
            writing.countDown();
            boolean _ = StoreContract.awaited(awake);
            return StoreContract.line("cut off").decide(turn);
        });
        writing.await();
        long meanwhile = other.submit(StoreContract.line("meanwhile")).get(20, TimeUnit.SECONDS);
        awake.countDown();

        assertThatThrownBy(cutOff::join)
                .cause()
                .isInstanceOfSatisfying(
                        StoreException.class, gone -> assertThat(gone.isAway()).isTrue());
        assertThat(silent.submit(StoreContract.line("awake")).get(20, TimeUnit.SECONDS))
                .isEqualTo(meanwhile + 1);
    }

    /** As after a switch to a server that was behind: what this hub remembers would hide the new lines from its desks. */
    @Test
    void aHistoryThatComesBackOlderIsNotGoneOnWith() {
        Hub hub = hub();
        written(hub.journal(), "kept and lost");
        hub.database().with("Testing", connection -> Sql.update(connection, "DELETE FROM journal WHERE seq > 7"));
        hub.database().with("Testing", connection -> Sql.update(connection, "UPDATE projections SET seq = 7"));
        hub.database().with("Testing", connection -> Sql.update(connection, "UPDATE journal_head SET seq = 7"));
        assertThatThrownBy(() ->
                        hub.journal().submit(StoreContract.line("8 again")).join())
                .hasMessageContaining("came back with 7 lines");
        assertThatThrownBy(() -> hub.journal().look()).isInstanceOf(StoreException.class);
        assertThat(hub.journal().lost()).isCompleted();
        assertThat(hub().journal().submit(StoreContract.line("8 anew")).join()).isEqualTo(8);
    }

    @Test
    void oneHearsWhatTheOtherWrote() {
        Hub first = hub();
        Hub second = hub();
        AtomicLong heard = new AtomicLong();
        second.journal().listen(heard::set);
        try (Announcements announcements = new Announcements(second.database(), second.journal())) {
            announcements.step();
            first.journal().submit(StoreContract.line("news")).join();
            announcements.step();
        }
        assertThat(heard).hasValue(1);
        assertThat(second.journal().head()).isEqualTo(1);
    }
}
