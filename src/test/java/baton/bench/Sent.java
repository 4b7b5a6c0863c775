// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long messages were under way, told by the time written into their text; all processes are on one machine and share its
 * clock. Messages of before it is told to begin do not count. Safe for many threads.
 */
final class Sent {

    private static final Pattern STAMP = Pattern.compile("\\[sent (\\d+)]");

    private final List<Long> nanos = new ArrayList<>();
    private volatile long begin = Long.MAX_VALUE;

    /** From now on what is sent counts. */
    void begin() {
        begin = micros(Instant.now());
    }

    static String stamp(Instant due) {
        return "[sent " + micros(due) + "]";
    }

    void arrived(String text) {
        long now = micros(Instant.now());
        Matcher stamp = STAMP.matcher(text);
        if (stamp.find() && Long.parseLong(stamp.group(1)) >= begin) {
            note((now - Long.parseLong(stamp.group(1))) * 1_000);
        }
    }

    private synchronized void note(long took) {
        nanos.add(took);
    }

    /** Number, p50 and p99 in milliseconds. */
    synchronized String line() {
        Durations times = Durations.ofNanos(nanos);
        return String.format(Locale.ROOT, "%d %.3f %.3f", times.count(), times.percentile(50), times.percentile(99));
    }

    /** By the clock all processes share. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** What such a line says. */
    record Arrived(int count, double median, double p99) {
        static Arrived of(String line) {
            String[] words = line.split(" ");
            return new Arrived(Integer.parseInt(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
        }
    }
}
