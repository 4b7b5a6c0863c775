// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Silence;
import baton.domain.Silence.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The silence alarm (SPEC.md B2; FIELD.md A10). The same stretch of the same weekday in the last four weeks says what is usual: the
 * second quietest of them, so that one holiday or one outage does not count, and bursts of one customer do not either. So a night in
 * which nobody ever writes is never silent. What lies wholly behind the last message is the silence itself, not what is usual: the four weeks
 * before it are asked then, as far as counts reach. Pure.
 */
public final class SilencePolicy {
    /** How far back counts must reach. */
    public static final Duration HISTORY = Duration.ofDays(58);

    private static final int WEEKS = 4;
    private static final int FARTHEST_WEEK = 7;
    private static final int LEAST_WEEKS = 2;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofHours(2);
    private static final double SURE_OF_SILENCE = 8;
    private static final double SURE_OF_LOW = 40;
    private static final double LOW = 0.1;

    private SilencePolicy() {}

    /** {@code zone}: on whose wall clock an hour of the week is the same one, also where clocks change. */
    public static Silence judge(HourlyArrivals arrivals, Instant now, ZoneId zone) {
        Instant lately = now.minus(LATELY);
        Instant longest = now.minus(LONGEST);
        Instant quietSince =
                arrivals.last().filter(last -> last.isAfter(longest)).orElse(longest);
        Optional<Double> wholeQuiet = missed(arrivals, quietSince, now, zone);
        Optional<Double> usualLately = usual(arrivals, lately, now, zone);
        if (wholeQuiet.isEmpty() || usualLately.isEmpty()) {
            return silence(State.NOT_ENOUGH_HISTORY, arrivals, lately, now, 0);
        }
        if (wholeQuiet.get() >= SURE_OF_SILENCE) {
            return new Silence(State.SILENT, arrivals.last(), quietSince, 0, Math.round(wholeQuiet.get()));
        }
        boolean isLow = usualLately.get() >= SURE_OF_LOW && came(arrivals, lately, now) <= LOW * usualLately.get();
        return silence(isLow ? State.LOW : State.USUAL, arrivals, lately, now, usualLately.get());
    }

    /** What usually comes from then on. A burst that always comes at nine is over at five past, so the hour's own messages count off. */
    private static Optional<Double> missed(HourlyArrivals arrivals, Instant since, Instant now, ZoneId zone) {
        Instant hour = since.truncatedTo(ChronoUnit.HOURS);
        double before = arrivals.between(hour, hour.plus(Duration.ofHours(1)));
        return usual(arrivals, hour, now, zone)
                .flatMap(
                        withHour -> usual(arrivals, since, now, zone).map(after -> Math.min(after, withHour - before)));
    }

    private static Silence silence(State state, HourlyArrivals arrivals, Instant since, Instant now, double usual) {
        return new Silence(state, arrivals.last(), since, came(arrivals, since, now), Math.round(usual));
    }

    /** The hour we are in is counted whole: nothing of it lies ahead yet. */
    private static long came(HourlyArrivals arrivals, Instant since, Instant now) {
        return Math.round(
                arrivals.between(since, now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1))));
    }

    /** What the second quietest of the past weeks brought in this stretch; empty when fewer than two weeks are known. */
    private static Optional<Double> usual(HourlyArrivals arrivals, Instant from, Instant to, ZoneId zone) {
        Instant first = arrivals.first().orElse(to);
        Instant last = arrivals.last().orElse(to);
        List<Double> weeks = IntStream.rangeClosed(1, FARTHEST_WEEK)
                .filter(week -> !ago(from, week, zone).isBefore(first))
                .filter(week -> !ago(from, week, zone).isAfter(last))
                .limit(WEEKS)
                .mapToObj(week -> arrivals.between(ago(from, week, zone), ago(to, week, zone)))
                .sorted()
                .toList();
        if (weeks.size() < LEAST_WEEKS) {
            return Optional.empty();
        }
        return Optional.of(weeks.get(weeks.size() > LEAST_WEEKS ? 1 : 0));
    }

    private static Instant ago(Instant moment, int weeks, ZoneId zone) {
        return moment.atZone(zone).minusWeeks(weeks).toInstant();
    }
}
