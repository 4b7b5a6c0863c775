// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.CommandId;
import baton.domain.PersonId;
import baton.domain.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers, order, time and answers of the journal. */
abstract class JournalContract extends StoreContract {

    private static final int WRITERS = 16;
    private static final int EACH = 60;

    @Test
    void numbersRunFromOneInCommitOrderAndACursorMissesNothingWhileSixteenWrite() throws Exception {
        Map<Long, String> told = new ConcurrentHashMap<>();
        List<Recorded> read;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> readAlong(WRITERS * EACH));
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "w" + writer + "-";
                threads.execute(() -> IntStream.range(0, EACH)
                        .forEach(i -> told.put(submit(line(name + i)).join(), name + i)));
            }
            read = reader.get(50, TimeUnit.SECONDS);
        }
        assertThat(read).extracting(Recorded::seq).containsExactlyElementsOf(LongLists.upTo(WRITERS * EACH));
        assertThat(read).allSatisfy(line -> assertThat(word(line.event())).hasValue(told.get(line.seq())));
        assertThat(told).hasSize(WRITERS * EACH);
        assertThat(journal.head()).isEqualTo(WRITERS * EACH);
    }

    private List<Recorded> readAlong(int until) {
        List<Recorded> read = new ArrayList<>();
        while (read.size() < until) {
            read.addAll(journal.after(read.isEmpty() ? 0 : read.getLast().seq(), 50));
        }
        return read;
    }

    /** From memory or from the database, after whatever work: the same lines. */
    @Test
    void newsAreWhatTheJournalHolds() {
        RandomWork work = new RandomWork(41);
        while (journal.head() < Latest.KEPT + 200) {
            submit(work::some).join();
        }
        reopen();
        submit(line("\u0000 and \ud83d\ude00")).join();
        for (int i = 0; i < 30; i++) {
            submit(work::some).join();
        }
        for (long seq = 0; seq <= journal.head(); seq += 5) {
            assertThat(journal.news(seq, 7)).isEqualTo(journal.after(seq, 7));
        }
        assertThat(journal.news(journal.head(), 7)).isEmpty();
    }

    @Test
    void timeNeverGoesBackWhenTheClockDoes() {
        submit(line("first")).join();
        Instant first = clock.instant();
        clock.move(Duration.ofDays(-3));
        submit(line("second")).join();
        reopen();
        submit(line("third")).join();
        clock.move(Duration.ofDays(4));
        submit(line("fourth")).join();

        assertThat(journal.after(0, 10))
                .extracting(Recorded::at)
                .containsExactly(first, first, first, first.plus(Duration.ofDays(1)));
    }

    @Test
    void aDeliveryIsKeptAlsoWhenTheClockWentBackOverDays() {
        submit(turn -> turn.keepRaw(RawBody.of(new byte[] {1}))).join();
        submit(line("so that the head has a time")).join();
        clock.move(Duration.ofDays(-3));
        reopen();

        var id = submit(turn -> turn.keepRaw(RawBody.of(new byte[] {2}))).join();

        assertThat(new RawBodies(database).find(id)).hasValue(new byte[] {2});
    }

    @Test
    void theJournalKeepsItsNameAndItsLinesWhenOpenedAgain() {
        String id = journal.id();
        submit(line("kept")).join();
        reopen();
        assertThat(journal.id()).isEqualTo(id);
        assertThat(journal.head()).isEqualTo(1);
        assertThat(submit(line("next")).join()).isEqualTo(2);
        assertThat(words()).containsExactly("kept", "next");
    }

    @Test
    void theSameCommandGetsTheFirstAnswerAgain() {
        assertThat(submit(command("c1", "first")).join()).isEqualTo("first");
        assertThat(submit(command("c1", "second")).join()).isEqualTo("first");
        reopen();
        assertThat(submit(command("c1", "third")).join()).isEqualTo("first");
    }

    @Test
    void theSameCommandGetsTheFirstAnswerAgainWithinOneBatch() {
        var answers = inOneBatch(List.of(command("c1", "first"), command("c1", "second"), command("c2", "other")));
        assertThat(answers).extracting(CompletableFuture::join).containsExactly("first", "first", "other");
    }

    private static Decision<String> command(String id, String answer) {
        PersonId mina = new PersonId("mina");
        CommandId command = new CommandId(id);
        return turn -> turn.answered(mina, command).orElseGet(() -> {
            turn.answer(mina, command, answer);
            return answer;
        });
    }

    @Test
    void whatWasQueuedIsDecidedBeforeTheJournalClosesAndNothingIsLeftUnanswered() throws Exception {
        List<CompletableFuture<Long>> answers = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> IntStream.range(0, 200).forEach(n -> answers.add(submit(line("l" + n)))));
            }
            while (answers.size() < 400) {
                Thread.onSpinWait();
            }
            journal.close();
        }
        long kept = 0;
        for (CompletableFuture<Long> answer : answers) {
            kept += answer.handle((_, broken) -> broken == null ? 1 : 0).get(10, TimeUnit.SECONDS);
        }
        assertThat(journal.after(0, 100_000)).hasSize((int) kept);
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        AtomicInteger decided = new AtomicInteger();
        journal.listen(_ -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        submit(turn -> {
                    decided.incrementAndGet();
                    return turn.record(HUB, event("once"));
                })
                .join();
        submit(line("next")).join();
        assertThat(words()).containsExactly("once", "next");
        assertThat(decided).hasValue(1);
    }

    @Test
    void anErrorInADecisionFailsItAloneAndTheWriterLives() {
        CompletableFuture<Long> broken = submit(_ -> {
            throw new StackOverflowError("a decision too deep");
        });
        assertThatThrownBy(broken::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(submit(line("after")).join()).isEqualTo(1);
        assertThat(journal.isWriting()).isTrue();
    }

    @Test
    void aDatabaseThatIsGoneFailsWhatIsSubmittedAndEndsNoThread() {
        submit(line("before")).join();
        database.close();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(submit(line("lost"))::join).hasCauseInstanceOf(StoreException.class);
        }
        reopen();
        assertThat(words()).containsExactly("before");
    }
}
