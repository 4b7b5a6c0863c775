// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.store.Database;
import baton.store.Leases;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One of two hubs leads, whatever becomes of it; time is a timer that the test moves. */
final class LeadingTest {

    private final AtomicLong timer = new AtomicLong();

    private Leading hub(Database database, String run) {
        return new Leading(new Leases(database, timer::get, run), timer::get);
    }

    @Test
    void aHubThatIsGoneIsReplacedWithinTenSecondsAndNeverAreThereTwo() {
        try (Database database = Database.inMemory("leading")) {
            Leading first = hub(database, "first");
            Leading second = hub(database, "second");
            for (int times = 0; times < 20; times++) {
                first.look();
                second.look();
                assertThat(first.getAsBoolean()).isTrue();
                assertThat(second.getAsBoolean()).isFalse();
                timer.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            Duration waited = Duration.ZERO;
            Duration step = Duration.ofMillis(100);
            while (!second.getAsBoolean() && waited.toSeconds() < 20) {
                timer.addAndGet(step.toNanos());
                waited = waited.plus(step);
                if (waited.toMillis() % 1_000 == 0) {
                    second.look();
                }
                assertThat(first.getAsBoolean() && second.getAsBoolean())
                        .as("both lead")
                        .isFalse();
            }
            assertThat(waited).isLessThan(Duration.ofSeconds(8));
            first.look();
            assertThat(first.getAsBoolean()).as("the first, awake again").isFalse();
        }
    }
}
