// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How many new messages came for one number in each hour (counted from 1970 in UTC), and when the last one did. */
public record HourlyArrivals(Map<Long, Long> perHour, Optional<Instant> last) {
    private static final long SECONDS = 3_600;

    public HourlyArrivals {
        perHour = Map.copyOf(perHour);
    }

    /** Begin of the first hour with a message; empty when there was none. */
    Optional<Instant> first() {
        return perHour.keySet().stream().min(Long::compare).map(hour -> Instant.ofEpochSecond(hour * SECONDS));
    }

    /** What came between the two moments; hours that lie partly outside count in proportion. */
    double between(Instant from, Instant to) {
        long begin = from.getEpochSecond();
        long end = to.getEpochSecond();
        double sum = 0;
        for (long hour = Math.floorDiv(begin, SECONDS); hour <= Math.floorDiv(end, SECONDS); hour++) {
            long inside = Math.min(end, (hour + 1) * SECONDS) - Math.max(begin, hour * SECONDS);
            sum += (double) (perHour.getOrDefault(hour, 0L) * Math.max(0, inside)) / SECONDS;
        }
        return sum;
    }
}
