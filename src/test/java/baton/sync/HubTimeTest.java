// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class HubTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Instant at(long millis) {
        return NOON.plusMillis(millis);
    }

    @Test
    void aHeldPollDoesNotSpoilWhatAQuickAnswerMeasured() {
        HubTime time = new HubTime(() -> NOON);
        time.measured(at(60_010), at(0), at(20));
        time.measured(at(85_100), at(100), at(25_130));
        assertThat(time.offset().toMillis()).isBetween(59_970L, 60_020L);
    }

    @Test
    void aClockThatWasSetIsMeasuredAnew() {
        HubTime time = new HubTime(() -> NOON);
        time.measured(at(60_010), at(0), at(20));
        time.measured(at(3_600_000), at(100), at(120));
        assertThat(time.offset().toMillis()).isBetween(3_599_880L, 3_599_900L);
    }

    @Property(tries = 300)
    void theOffsetIsNeverFartherOffThanTheQuickestAnswerTook(
            @ForAll @IntRange(min = -7_200_000, max = 7_200_000) int offset,
            @ForAll @IntRange(min = 0, max = 900) int up,
            @ForAll @IntRange(min = 0, max = 900) int down,
            @ForAll @IntRange(min = 0, max = 25_000) int held) {
        HubTime time = new HubTime(() -> NOON);
        time.measured(at(offset + up), at(0), at(up + down));
        long later = 10_000;
        time.measured(at(later + offset + up + held), at(later), at(later + up + held + down));
        Duration error = time.offset().minusMillis(offset).abs();
        assertThat(error).isLessThanOrEqualTo(Duration.ofMillis(up + down + 2L));
    }
}
