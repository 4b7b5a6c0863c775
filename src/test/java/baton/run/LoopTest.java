// SPDX-License-Identifier: Apache-2.0
package baton.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class LoopTest {
    private final AtomicInteger steps = new AtomicInteger();
    private final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();

    private Duration count() {
        steps.incrementAndGet();
        return Duration.ofHours(1);
    }

    @Test
    void itStepsAtOnceAndThenWaitsUntilItIsWoken() {
        try (Loop loop = new Loop("test", this::count, troubles::add).start()) {
            Awaitility.await().until(() -> steps.get() == 1);
            loop.wake();
            Awaitility.await().until(() -> steps.get() == 2);
        }
        assertThat(steps).hasValue(2);
    }

    @Test
    void itStepsAgainWhenItsTimeHasCome() {
        try (Loop loop = new Loop(
                        "test",
                        () -> {
                            steps.incrementAndGet();
                            return Duration.ofMillis(1);
                        },
                        troubles::add)
                .start()) {
            Awaitility.await().until(() -> steps.get() > 5);
            loop.wake();
        }
    }

    /** As the feed and the dispatch do, which wait for the rest of a round: the last millisecond is waited for like the others. */
    @Test
    void itDoesNotAskAgainAndAgainInTheLastMillisecond() {
        long end = System.nanoTime() + Duration.ofMillis(30).toNanos();
        CountDownLatch over = new CountDownLatch(1);
        Loop.Step step = () -> {
            steps.incrementAndGet();
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                over.countDown();
            }
            return left.isPositive() ? left : Duration.ofHours(1);
        };
        try (Loop _ = new Loop("test", step, troubles::add).start()) {
            Awaitility.await().until(() -> over.getCount() == 0);
        }
        assertThat(steps).hasValueLessThan(20);
    }

    @Test
    void itSurvivesFailuresTellsEachOnceAndBacksOff() {
        Loop loop = new Loop(
                "test",
                () -> {
                    throw new IllegalStateException(steps.incrementAndGet() < 4 ? "first" : "second");
                },
                troubles::add);
        assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(1));
        assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(2));
        assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(4));
        assertThat(troubles).hasSize(1);
        for (int i = 0; i < 5; i++) {
            loop.runOnce();
        }
        assertThat(troubles).extracting(Throwable::getMessage).containsExactly("first", "second");
        assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLoopThatMustNotBeFoundRestingTriesAgainSoonForEver() {
        Loop loop = new Loop(
                "test",
                () -> {
                    throw new IllegalStateException("away");
                },
                troubles::add,
                Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aGoodStepEndsTheBackingOff() {
        Loop loop = new Loop(
                "test",
                () -> {
                    if (steps.incrementAndGet() != 3) {
                        throw new IllegalStateException("again");
                    }
                    return Duration.ZERO;
                },
                troubles::add);
        loop.runOnce();
        loop.runOnce();
        assertThat(loop.runOnce()).isZero();
        assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(1));
        assertThat(troubles).hasSize(2);
    }
}
