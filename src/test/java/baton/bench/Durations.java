// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.util.Arrays;
import java.util.Collection;

/** Measured times in milliseconds, as a distribution. Immutable. */
final class Durations {

    private final double[] sorted;

    private Durations(double[] sorted) {
        this.sorted = sorted;
    }

    /** {@code nanos}: at least one. */
    static Durations ofNanos(Collection<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Durations(
                nanos.stream().mapToDouble(each -> each / 1e6).sorted().toArray());
    }

    /** {@code share}: 0 to 100; the smallest time that so many per cent did not exceed. */
    double percentile(double share) {
        int place = (int) Math.ceil(share / 100 * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)];
    }

    double greatest() {
        return sorted[sorted.length - 1];
    }

    /** One after the other, the quickest with the quickest: the sum's distribution if they go together. */
    Durations plus(Durations after) {
        double[] sum = new double[Math.min(sorted.length, after.sorted.length)];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sorted[i] + after.sorted[i];
        }
        return new Durations(sum);
    }

    int count() {
        return sorted.length;
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
