// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Latencies latencies = new Latencies();

    @Test
    void nothingIsToldBeforeSomethingWasMeasured() {
        assertThat(latencies.newest()).isEmpty();
        assertThat(latencies.p95()).isEmpty();
    }

    @Test
    void theNinetyFifthOfAHundredIsTold() {
        for (int i = 1; i <= 100; i++) {
            latencies.note(NOON, NOON.plusMillis(i));
        }
        assertThat(latencies.p95()).contains(Duration.ofMillis(95));
        assertThat(latencies.newest()).contains(Duration.ofMillis(100));
    }

    @Test
    void aNewDayBeginsAnew() {
        latencies.note(NOON, NOON.plusSeconds(30));
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        latencies.note(tomorrow, tomorrow.plusMillis(7));
        assertThat(latencies.p95()).contains(Duration.ofMillis(7));
    }

    @Test
    void whatIsAheadOfTheClockOrHoursLateStaysInBounds() {
        latencies.note(NOON.plusSeconds(1), NOON);
        assertThat(latencies.newest()).contains(Duration.ZERO);
        latencies.note(NOON.minusSeconds(7_200), NOON);
        assertThat(latencies.newest()).contains(Duration.ofMinutes(1));
    }
}
