// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Silence;
import baton.domain.Silence.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SilencePolicyTest {
    /** A Sunday, early afternoon. */
    private static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");

    @Test
    void whatComesAsUsualIsUsual() {
        Silence silence = judge(shop(35, NOW), NOW);
        assertThat(silence.state()).isEqualTo(State.USUAL);
        assertThat(silence.came()).isEqualTo(60);
        assertThat(silence.usual()).isEqualTo(60);
    }

    @Test
    void nothingForAnHourWhereThirtyAnHourAreUsualIsSilentSinceTheLastMessage() {
        Instant last = NOW.minus(Duration.ofMinutes(40));
        Silence silence = judge(shop(35, last), NOW);
        assertThat(silence.state()).isEqualTo(State.SILENT);
        assertThat(silence.since()).isEqualTo(last);
        assertThat(silence.came()).isZero();
        assertThat(silence.usual()).isEqualTo(20);
        assertThat(silence.needsALook()).isTrue();
    }

    @Test
    void aShortPauseIsNone() {
        assertThat(judge(shop(35, NOW.minus(Duration.ofMinutes(10))), NOW).state())
                .isEqualTo(State.USUAL);
    }

    @Test
    void theNightInWhichNobodyWritesIsNeverSilent() {
        Instant closing = Instant.parse("2026-11-21T20:00:00Z");
        for (int hour = 0; hour < 12; hour++) {
            Instant night = closing.plus(Duration.ofHours(hour));
            assertThat(judge(shop(35, closing), night).state()).as("%s", night).isEqualTo(State.USUAL);
        }
        assertThat(judge(shop(35, closing), Instant.parse("2026-11-22T09:00:00Z"))
                        .state())
                .isEqualTo(State.SILENT);
    }

    @Test
    void aTrickleInARushIsLow() {
        Map<Long, Long> hours = new HashMap<>(shop(35, NOW).perHour());
        hours.put(hour(NOW), 1L);
        hours.put(hour(NOW) - 1, 1L);
        hours.put(hour(NOW) - 2, 1L);
        Silence silence = judge(new HourlyArrivals(hours, Optional.of(NOW)), NOW);
        assertThat(silence.state()).isEqualTo(State.LOW);
        assertThat(silence.since()).isEqualTo(NOW.minus(Duration.ofHours(2)));
    }

    @Test
    void twoWeeksMustBeKnown() {
        assertThat(judge(shop(13, NOW.minus(Duration.ofHours(3))), NOW).state()).isEqualTo(State.NOT_ENOUGH_HISTORY);
        assertThat(judge(shop(15, NOW.minus(Duration.ofHours(3))), NOW).state()).isEqualTo(State.SILENT);
        assertThat(judge(new HourlyArrivals(Map.of(), Optional.empty()), NOW).state())
                .isEqualTo(State.NOT_ENOUGH_HISTORY);
    }

    @Test
    void oneOutageAMonthDoesNotMakeSilenceUsual() {
        Map<Long, Long> hours =
                new HashMap<>(shop(35, NOW.minus(Duration.ofHours(3))).perHour());
        for (long hour = 0; hour < 24; hour++) {
            hours.remove(hour(NOW) - 7 * 24 - hour);
        }
        Instant last = NOW.minus(Duration.ofHours(3));
        assertThat(judge(new HourlyArrivals(hours, Optional.of(last)), NOW).state())
                .isEqualTo(State.SILENT);
    }

    /** Or a number that has been cut off for three weeks would look well again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14, 21, 28})
    void silenceDoesNotBecomeUsualByLasting(int days) {
        assertThat(judge(shop(35 + days, NOW.minus(Duration.ofDays(days))), NOW).state())
                .isEqualTo(State.SILENT);
    }

    /** It was quiet in every second week before, too. */
    @Test
    void aWeekWithoutMessagesThatIsUsualIsNoSilence() {
        Map<Long, Long> hours = new HashMap<>(shop(57, NOW).perHour());
        hours.keySet().removeIf(hour -> (hour(NOW) - hour) / (7 * 24) % 2 == 0);
        Instant last =
                Instant.ofEpochSecond(hours.keySet().stream().max(Long::compare).orElseThrow() * 3600);
        assertThat(judge(new HourlyArrivals(hours, Optional.of(last)), NOW).state())
                .isEqualTo(State.USUAL);
    }

    @Test
    void theHourOfTheWeekIsThatOfTheWallClockAlsoWhenClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Map<Long, Long> hours = new HashMap<>();
        for (int day = 1; day <= 35; day++) {
            Instant nine = Instant.parse("2026-10-26T08:00:00Z")
                    .atZone(berlin)
                    .minusDays(day)
                    .toInstant();
            hours.put(hour(nine), 30L);
        }
        Instant last = Instant.parse("2026-10-25T09:00:00Z");
        HourlyArrivals arrivals = new HourlyArrivals(hours, Optional.of(last));
        Instant justBeforeNine = Instant.parse("2026-10-26T07:59:00Z");
        assertThat(SilencePolicy.judge(arrivals, justBeforeNine, berlin).usual())
                .isZero();
        Instant halfPastNine = Instant.parse("2026-10-26T08:30:00Z");
        assertThat(SilencePolicy.judge(arrivals, halfPastNine, berlin).usual()).isEqualTo(15);
    }

    /** Thirty messages in each hour from 8 to 20, every day, until {@code last}. */
    private static HourlyArrivals shop(int days, Instant last) {
        Map<Long, Long> hours = new HashMap<>();
        long begin = hour(NOW.minus(Duration.ofDays(days)));
        for (long hour = begin; hour <= hour(last); hour++) {
            long ofDay = Math.floorMod(hour, 24L);
            long whole = hour == hour(last) ? Math.round(30 * (last.getEpochSecond() % 3600 / 3600.0)) : 30;
            if (ofDay >= 8 && ofDay < 20) {
                hours.put(hour, hour == hour(last) ? whole : 30L);
            }
        }
        return new HourlyArrivals(hours, Optional.of(last));
    }

    private static Silence judge(HourlyArrivals arrivals, Instant now) {
        return SilencePolicy.judge(arrivals, now, ZoneOffset.UTC);
    }

    private static long hour(Instant at) {
        return at.getEpochSecond() / 3600;
    }
}
