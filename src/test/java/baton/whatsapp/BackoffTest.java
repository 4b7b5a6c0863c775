// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.whatsapp.Verdict.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @Test
    void serverErrorsAreTriedFiveTimesWithFullJitterAfterTheTimeForAStatus() {
        assertThat(seconds(Retry.AUTO, 0.5)).containsExactly(5L, 6L, 8L, 12L);
        assertThat(wait(Retry.AUTO, 1, 0)).contains(Duration.ofSeconds(4));
        assertThat(wait(Retry.AUTO, 4, ALMOST_ONE).orElseThrow())
                .isBetween(Duration.ofMillis(19_999), Duration.ofSeconds(20));
        assertThat(seconds(Retry.AUTO_AT_MOST_3, 0.5)).containsExactly(5L, 6L);
    }

    @Test
    void thePairLimitGrowsByFour() {
        assertThat(seconds(Retry.PAIR_LIMIT, 0.9)).startsWith(1L, 4L, 16L, 64L, 256L, 1024L, 1024L);
    }

    @Test
    void aNumberPausesOneToFiveSeconds() {
        assertThat(wait(Retry.NUMBER_PAUSE, 7, 0)).contains(Duration.ofSeconds(1));
        assertThat(wait(Retry.NUMBER_PAUSE, 7, 0.5)).contains(Duration.ofSeconds(3));
        assertThat(wait(Retry.NUMBER_PAUSE, 7, ALMOST_ONE).orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void minutesDoubleUpToAQuarterOfAnHour() {
        assertThat(seconds(Retry.MINUTES, 0.1)).startsWith(60L, 120L, 240L, 480L, 900L, 900L);
        assertThat(seconds(Retry.STOP_NUMBER, 0.1)).startsWith(60L, 120L);
        assertThat(wait(Retry.MINUTES, Integer.MAX_VALUE, 0)).contains(Duration.ofMinutes(15));
    }

    @Test
    void whatIsForAPersonIsNotTriedByItself() {
        assertThat(List.of(Retry.NEVER, Retry.LATER))
                .allSatisfy(retry -> assertThat(wait(retry, 1, 0.5)).isEmpty());
    }

    private static List<Long> seconds(Retry retry, double random) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(attempt -> wait(retry, attempt, random))
                .flatMap(Optional::stream)
                .map(Duration::toSeconds)
                .toList();
    }

    private static Optional<Duration> wait(Retry retry, int attempt, double random) {
        return Backoff.next(new Verdict(retry, true, "error.platform"), attempt, random);
    }
}
