// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Times, lengths of time, numbers, money and sizes as the reader writes them: in the language and locale of the moment and the
 * desk's own zone. "Now" is always handed in. One thread at a time: the screen's.
 */
public final class Times {
    private static final int DAYS_BY_NAME = 6;
    private static final long UNIT = 1000;

    private final Texts texts;
    private final ZoneId zone;
    private final Map<Locale, NumberFormat> whole = new HashMap<>();

    public Times(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** The calendar day at this desk. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The moment at which that day is over. */
    public Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** 14:22 or 2:22 PM, as the locale has it. */
    public String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(at.atZone(zone))
                .replace('\u202f', ' ');
    }

    /** Day and time in full, for tool tips and copied lines. */
    public String full(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(at.atZone(zone))
                .replace('\u202f', ' ');
    }

    /** Today, yesterday, the name of a day of this week, or the date. */
    public String dayName(LocalDate day, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago == 0) {
            return texts.say("time.today");
        }
        if (ago == 1) {
            return texts.say("time.yesterday");
        }
        return ago > 1 && ago <= DAYS_BY_NAME ? written("EEEE", day) : date(day);
    }

    /** The date with the day of the week. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(texts.locale())
                .format(day);
    }

    /** How long ago, in one short word: now, 2 m, 3 h, 4 d. A moment ahead of {@code now} counts as now. */
    public String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        return since.toMinutes() < 1 ? texts.say("time.now") : length(since);
    }

    /** How long ago, as part of a sentence: just now, 2 m ago. */
    public String since(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        return since.toMinutes() < 1 ? texts.say("time.just-now") : texts.say("time.ago", length(since));
    }

    /** A length in its largest whole unit: 40 s, 7 m, 21 h, 3 d. Negative counts as zero. */
    public String length(Duration length) {
        if (length.toDays() >= 2) {
            return texts.say("time.days", length.toDays());
        }
        if (length.toHours() >= 1) {
            return texts.say("time.hours", length.toHours());
        }
        return length.toMinutes() >= 1
                ? texts.say("time.minutes", length.toMinutes())
                : texts.say("time.seconds", Math.max(0, length.toSeconds()));
    }

    /** A countdown: 6:42, or 1:06:42 from an hour on. Rounded up, so that 0:00 means over; never below 0:00. */
    public String countdown(Duration left) {
        long seconds = Math.max(0, Math.ceilDiv(left.toMillis(), 1000));
        long hours = seconds / 3600;
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public String number(long number) {
        return whole.computeIfAbsent(texts.locale(), NumberFormat::getIntegerInstance)
                .format(number);
    }

    /** A number as exact as it is. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    /** An amount with its currency sign and at least the currency's decimals; an unknown currency keeps the code as it came. */
    public String money(BigDecimal amount, String currency) {
        return isCurrency(currency)
                ? signed(amount, Currency.getInstance(currency.toUpperCase(Locale.ROOT)))
                : number(amount) + " " + currency;
    }

    private String signed(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(texts.locale());
        format.setCurrency(currency);
        int usual = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() <= 0 && usual > 2 ? 0 : usual);
        format.setMaximumFractionDigits(
                Math.max(usual, amount.stripTrailingZeros().scale()));
        return format.format(amount);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equalsIgnoreCase(code));
    }

    /** 640 B, 12 kB, 3.4 MB. */
    public String size(long bytes) {
        BigDecimal left = BigDecimal.valueOf(bytes);
        BigDecimal next = BigDecimal.valueOf(UNIT);
        String[] units = {"B", "kB", "MB", "GB"};
        int unit = 0;
        while (left.compareTo(next) >= 0 && unit < units.length - 1) {
            left = left.divide(next, 3, RoundingMode.HALF_UP);
            unit++;
        }
        return number(left.setScale(unit < 2 ? 0 : 1, RoundingMode.HALF_UP)) + " " + units[unit];
    }

    private String written(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(day);
    }
}
