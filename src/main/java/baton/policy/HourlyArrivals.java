// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How many new messages came for one number in each hour (counted from 1970 in UTC), and when the last one did. */
public record HourlyArrivals(Map<Long, Long> perHour, Optional<Instant> last) {
    private static final double SECONDS = 3_600;

    public HourlyArrivals {
        perHour = Map.copyOf(perHour);
    }

    /** Begin of the first hour with a message; empty when there was none. */
    Optional<Instant> first() {
        return perHour.keySet().stream().min(Long::compare).map(hour -> Instant.ofEpochSecond(hour * (long) SECONDS));
    }

    /** What came between the two moments; hours that lie partly outside count in proportion. */
    double between(Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond(), (long) SECONDS);
        long last = Math.floorDiv(to.getEpochSecond(), (long) SECONDS);
        double sum = 0;
        for (long hour = first; hour <= last; hour++) {
            double begin = Math.max(from.getEpochSecond(), hour * SECONDS);
            double end = Math.min(to.getEpochSecond(), (hour + 1) * SECONDS);
            sum += perHour.getOrDefault(hour, 0L) * Math.max(0, end - begin) / SECONDS;
        }
        return sum;
    }
}
