// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time a hub goes by, while the machine's clock jumps. */
final class DatabaseClockTest {

    private static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

    private final SettableClock machine = new SettableClock(START);
    private final AtomicLong timer = new AtomicLong();

    private void passes(Duration time) {
        machine.move(time);
        timer.addAndGet(time.toNanos());
    }

    @Test
    void aClockThatJumpsAheadIsFollowedAndOneThatFallsBackIsWaitedForAtHalfPace() {
        try (Database database = Database.inMemory("jumps")) {
            DatabaseClock clock = new DatabaseClock(database, machine, timer::get);
            machine.move(Duration.ofHours(3));
            assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
            machine.move(Duration.ofHours(-4));
            assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
            passes(Duration.ofMinutes(10));
            assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(185)));
            passes(Duration.ofHours(8));
            assertThat(clock.instant()).isEqualTo(machine.instant());
        }
    }

    /** A hub that begins after the clock was put back goes on from the journal's last line. */
    @Test
    void timeIsNeverBeforeTheJournalsLastLine() {
        try (Database database = Database.inMemory("restart")) {
            SettableClock ahead = new SettableClock(START.plus(Duration.ofHours(2)));
            try (Journal journal = Journal.open(database, ahead)) {
                journal.submit(StoreContract.line("from the future")).join();
            }
            DatabaseClock clock = new DatabaseClock(database, machine, timer::get);
            assertThat(clock.instant()).isEqualTo(ahead.instant());
            passes(Duration.ofSeconds(10));
            assertThat(clock.instant()).isEqualTo(ahead.instant().plusSeconds(5));
        }
    }

    @Test
    void aServersTimeCountsAndNotThatOfTheMachine() {
        Store store = Store.postgres();
        try (Database database = store.open()) {
            DatabaseClock clock = new DatabaseClock(database, machine, System::nanoTime);
            machine.move(Duration.ofDays(-900));
            clock.measure();
            assertThat(clock.instant())
                    .isBetween(
                            Clock.systemUTC().instant().minusSeconds(60),
                            Clock.systemUTC().instant().plusSeconds(60));
        }
    }
}
