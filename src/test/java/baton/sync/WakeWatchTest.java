// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WakeWatchTest {
    private final RunningClock clock = new RunningClock();
    private final Set<String> network = new HashSet<>(Set.of("192.0.2.1"));
    private final AtomicInteger wakes = new AtomicInteger();
    private final WakeWatch watch = new WakeWatch(clock, () -> Set.copyOf(network), wakes::incrementAndGet);

    @Test
    void aMachineThatSleptIsNoticedOnce() {
        watch.run();
        assertThat(wakes).hasValue(0);
        clock.pass(Duration.ofMinutes(40));
        watch.run();
        watch.run();
        assertThat(wakes).hasValue(1);
    }

    /** Hours of held polls would not tell it. */
    @Test
    void aClockThatWasSetBySecondsIsNoticedOnceEitherWay() {
        clock.pass(Duration.ofSeconds(4));
        watch.run();
        watch.run();
        assertThat(wakes).hasValue(1);
        clock.pass(Duration.ofSeconds(-4));
        watch.run();
        watch.run();
        assertThat(wakes).hasValue(2);
    }

    @Test
    void aClockThatIsPutRightLittleByLittleWakesNobody() {
        clock.pass(Duration.ofMillis(50));
        watch.run();
        assertThat(wakes).hasValue(0);
    }

    @Test
    void anotherNetworkIsNoticedOnce() {
        network.add("198.51.100.7");
        watch.run();
        watch.run();
        assertThat(wakes).hasValue(1);
    }
}
