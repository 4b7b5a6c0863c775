// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static final Instant BEGIN = Instant.parse("2026-11-26T09:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final Window window = new Window(15, LENGTH);

    @BeforeEach
    void fill() {
        IntStream.range(0, 15).forEach(_ -> {
            assertThat(window.waitAt(BEGIN)).isZero();
            window.count(BEGIN);
        });
    }

    @Test
    void noneMoreLeavesBeforeThePlaceOfTheFirstIsFree() {
        assertThat(window.waitAt(BEGIN)).isEqualTo(LENGTH);
        assertThat(window.waitAt(BEGIN.plusMillis(999))).isEqualTo(Duration.ofMillis(1));
        assertThat(window.waitAt(BEGIN.plus(LENGTH))).isZero();
    }

    @Test
    void latenessDoesNotAddUpSoThatTheRateCanBeKeptForAnHour() {
        for (int second = 1; second <= 3_600; second++) {
            Instant free = BEGIN.plus(LENGTH.multipliedBy(second));
            for (int i = 0; i < 15; i++) {
                Instant late = free.plusMillis(3L * i);
                assertThat(window.waitAt(late)).isZero();
                window.count(late);
            }
        }
        assertThat(window.waitAt(BEGIN.plus(LENGTH.multipliedBy(3_600))))
                .as("the next second begins when it should")
                .isEqualTo(LENGTH);
    }

    @Test
    void whoComesMuchLaterCountsFromThen() {
        Instant later = BEGIN.plus(LENGTH).plus(Window.LATE).plusMillis(1);
        IntStream.range(0, 15).forEach(_ -> window.count(later));
        assertThat(window.waitAt(later)).isEqualTo(LENGTH);
    }

    @Test
    void aStretchIsShorterByNoMoreThanTheLatenessThatIsForgiven() {
        Instant late = BEGIN.plus(LENGTH).plus(Window.LATE);
        IntStream.range(0, 15).forEach(_ -> window.count(late));
        assertThat(window.waitAt(late)).isEqualTo(LENGTH.minus(Window.LATE));
    }
}
