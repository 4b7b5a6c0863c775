// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TimesTest {
    private static final Instant AFTERNOON = Instant.parse("2026-11-22T05:22:00Z");

    private final Texts texts = new Texts(Language.ENGLISH, Locale.US);
    private final Times times = new Times(texts, ZoneId.of("Asia/Seoul"));

    @Test
    void timesFollowTheLanguageAndTheDesksZone() {
        assertThat(times.clock(AFTERNOON)).isEqualTo("2:22 PM");
        texts.speak(Language.KOREAN);
        assertThat(times.clock(AFTERNOON)).isEqualTo("오후 2:22");
    }

    @Test
    void theMachinesOwnEnglishIsKept() {
        var british = new Times(new Texts(Language.ENGLISH, Locale.UK), ZoneId.of("Europe/London"));
        assertThat(british.clock(AFTERNOON)).isEqualTo("05:22");
    }

    @Test
    void daysAreNamedAsPeopleSayThem() {
        LocalDate today = times.day(AFTERNOON);
        assertThat(times.dayName(today, today)).isEqualTo("Today");
        assertThat(times.dayName(today.minusDays(1), today)).isEqualTo("Yesterday");
        assertThat(times.dayName(today.minusDays(3), today)).isEqualTo("Thursday");
        assertThat(times.dayName(today.minusDays(7), today)).isEqualTo("Sunday, November 15, 2026");
        texts.speak(Language.KOREAN);
        assertThat(times.dayName(today.minusDays(3), today)).isEqualTo("목요일");
    }

    @Test
    void lengthsAreShort() {
        assertThat(times.ago(AFTERNOON, AFTERNOON.plusSeconds(59))).isEqualTo("now");
        assertThat(times.ago(AFTERNOON, AFTERNOON.minusSeconds(5))).isEqualTo("now");
        assertThat(times.ago(AFTERNOON, AFTERNOON.plusSeconds(130))).isEqualTo("2 m");
        assertThat(times.length(Duration.ofHours(21))).isEqualTo("21 h");
        assertThat(times.length(Duration.ofHours(50))).isEqualTo("2 d");
        texts.speak(Language.KOREAN);
        assertThat(times.length(Duration.ofHours(21))).isEqualTo("21시간");
    }

    @Test
    void aCountdownShowsZeroOnlyWhenItIsOver() {
        assertThat(times.countdown(Duration.ofSeconds(402))).isEqualTo("6:42");
        assertThat(times.countdown(Duration.ofMillis(1))).isEqualTo("0:01");
        assertThat(times.countdown(Duration.ZERO)).isEqualTo("0:00");
        assertThat(times.countdown(Duration.ofSeconds(-9))).isEqualTo("0:00");
        assertThat(times.countdown(Duration.ofSeconds(4002))).isEqualTo("1:06:42");
    }

    @Test
    void moneyKeepsEveryDecimalAndUnknownCurrencies() {
        assertThat(times.money(new BigDecimal("14.5"), "GBP")).isEqualTo("£14.50");
        assertThat(times.money(new BigDecimal("0.0125"), "USD")).isEqualTo("$0.0125");
        assertThat(times.money(new BigDecimal("310000"), "KRW")).isEqualTo("₩310,000");
        assertThat(times.money(new BigDecimal("3"), "PTS")).isEqualTo("3 PTS");
    }

    @Test
    void sizesAreRounded() {
        assertThat(times.size(640)).isEqualTo("640 B");
        assertThat(times.size(12_345)).isEqualTo("12 kB");
        assertThat(times.size(3_400_000)).isEqualTo("3.4 MB");
    }
}
