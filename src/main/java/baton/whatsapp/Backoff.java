// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import baton.whatsapp.Verdict.Retry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long to wait before the next try (WHATSAPP.md 9). Pure: chance comes in as a number. */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 20;
    /** A platform that is out of order may have taken the message all the same: its status, which carries our id, comes first. */
    private static final Duration STATUS_FIRST = Duration.ofSeconds(4);

    private static final Duration LONGEST_AUTO = Duration.ofSeconds(32);
    private static final Duration LONGEST_PAIR = Duration.ofSeconds(1024);
    private static final Duration LONGEST_MINUTES = Duration.ofMinutes(15);

    private Backoff() {}

    /**
     * Which failed try this is (from 1) for a wait: those count that failed alike, so that a line that was down and other limits use up none. A
     * platform out of order is one failure under all its codes. {@code misses}: how often each code failed before; {@link Failure#NO_CODE} is the line.
     */
    public static int tries(Map<Integer, Integer> misses, int code, Verdict verdict) {
        return 1
                + misses.entrySet().stream()
                        .filter(miss -> miss.getKey() == code || isAlike(miss.getKey(), verdict.retry()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    private static boolean isAlike(int code, Retry retry) {
        return code != Failure.NO_CODE && row(ErrorCatalogue.verdict(code).retry()) == row(retry);
    }

    private static Retry row(Retry retry) {
        return retry == Retry.AUTO_AT_MOST_3 ? Retry.AUTO : retry;
    }

    /**
     * The wait after the {@code attempt}-th failed try (from 1); empty when it is not tried again by itself. {@code random} from 0 to
     * below 1 spreads the tries. For a stopped number it is the wait until its circuit is tested with one message.
     */
    public static Optional<Duration> next(Verdict verdict, int attempt, double random) {
        return switch (verdict.retry()) {
            case NEVER, LATER -> Optional.empty();
            case AUTO -> attempt < 5 ? Optional.of(jittered(attempt, random)) : Optional.empty();
            case AUTO_AT_MOST_3 -> attempt < 3 ? Optional.of(jittered(attempt, random)) : Optional.empty();
            case PAIR_LIMIT -> Optional.of(grown(Duration.ofSeconds(1), 2 * (attempt - 1), LONGEST_PAIR));
            case NUMBER_PAUSE -> Optional.of(Duration.ofSeconds(1).plusMillis((long) (4_000 * random)));
            case MINUTES, STOP_NUMBER -> Optional.of(grown(Duration.ofMinutes(1), attempt - 1, LONGEST_MINUTES));
        };
    }

    /** Full jitter: anything from nothing to 2, 4, 8, 16, 32 s, after the time for a status. */
    private static Duration jittered(int attempt, double random) {
        Duration most = grown(Duration.ofSeconds(2), attempt - 1, LONGEST_AUTO);
        return STATUS_FIRST.plusMillis((long) (most.toMillis() * random));
    }

    private static Duration grown(Duration first, int doublings, Duration most) {
        Duration grown = first.multipliedBy(1L << Math.clamp(doublings, 0, MOST_DOUBLINGS));
        return grown.compareTo(most) < 0 ? grown : most;
    }
}
