// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept outside the journal: the leases of the loops and the volatile lane. */
abstract class LanesContract extends StoreContract {

    private static final Duration LENGTH = Duration.ofSeconds(15);

    private final AtomicLong timer = new AtomicLong();

    private Leases hub(String name) {
        return new Leases(database, timer::get, name);
    }

    private void later(Duration time) {
        timer.addAndGet(time.toNanos());
    }

    @Test
    void oneHubHoldsALeaseUntilItStopsRenewing() {
        Leases a = hub("a");
        Leases b = hub("b");
        assertThat(a.hold("sender", LENGTH)).isTrue();
        assertThat(b.hold("sender", LENGTH)).isFalse();
        assertThat(b.hold("sweeper", LENGTH)).isTrue();
        later(Duration.ofSeconds(10));
        assertThat(a.hold("sender", LENGTH)).isTrue();
        later(LENGTH);
        assertThat(b.hold("sender", LENGTH)).as("renewed meanwhile").isFalse();
        later(LENGTH);
        assertThat(b.hold("sender", LENGTH)).as("not longer than its length").isFalse();
        later(Duration.ofNanos(1));
        assertThat(b.hold("sender", LENGTH)).isTrue();
        assertThat(a.hold("sender", LENGTH)).isFalse();
    }

    /** Whoever comes anew knows nothing of the past: a lease is over when it was seen to stand still, not when a clock says so. */
    @Test
    void noClockEndsALease() {
        hub("a").hold("sender", LENGTH);
        clock.move(Duration.ofHours(9));
        later(Duration.ofHours(9));
        assertThat(hub("b").hold("sender", LENGTH)).isFalse();
    }

    @Test
    void aHubThatLetsGoLeavesItsLeasesAtOnce() {
        hub("a").hold("sender", LENGTH);
        hub("b").hold("sweeper", LENGTH);
        hub("a").release();
        assertThat(hub("b").hold("sender", LENGTH)).isTrue();
        assertThat(hub("a").hold("sweeper", LENGTH)).isFalse();
    }

    @Test
    void amongManyThatAskAtOnceOneGetsTheLeaseAndNobodyFails() throws Exception {
        for (int round = 0; round < 20; round++) {
            String loop = "loop" + round;
            List<Boolean> held = atOnce(8, i -> () -> hub("hub" + i).hold(loop, LENGTH));
            assertThat(held).containsOnlyOnce(true);
        }
    }

    @Test
    void aTouchNotedByManyAtOnceIsOneRowAndNobodyFails() throws Exception {
        Touches touches = new Touches(database);
        PersonId mina = new PersonId("mina");
        Instant now = clock.instant();
        for (int round = 1; round <= 20; round++) {
            ConversationId conversation = new ConversationId(round);
            Touch touch = new Touch(conversation, mina, now, Optional.of(now.plusSeconds(60)));
            atOnce(8, _ -> () -> {
                touches.note(touch, now, now);
                return true;
            });
            assertThat(touches.find(conversation, mina)).hasValue(touch);
        }
        assertThat(touches.changedAfter(now.minusSeconds(1))).hasSize(20);
    }

    private interface Numbered<T> {
        Callable<T> of(int i);
    }

    private static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = IntStream.range(0, threads)
                    .mapToObj(i -> executor.submit(() -> {
                        barrier.await();
                        return work.of(i).call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
