// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.util.Locale;

/**
 * One measured figure. {@code floor}: the least that anybody could do, measured in the same run; NaN where there is none.
 * {@code must}: what the product promises, in words.
 */
record Figure(String name, double value, String unit, double floor, String must) {

    static Figure of(String name, double value, String unit, double floor, String must) {
        return new Figure(name, value, unit, floor, must);
    }

    static Figure bare(String name, double value, String unit, String must) {
        return new Figure(name, value, unit, Double.NaN, must);
    }

    /** Name, value, unit, floor and ratio, separated by tabs; empty where there is no floor. */
    String tsv() {
        boolean has = !Double.isNaN(floor);
        return String.join("\t", name, number(value), unit, has ? number(floor) : "", has ? number(value / floor) : "");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-56s %12s %-8s %12s %8s   %s",
                name,
                number(value),
                unit,
                Double.isNaN(floor) ? "-" : number(floor),
                Double.isNaN(floor) ? "-" : number(value / floor),
                must);
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "%-56s %12s %-8s %12s %8s   %s",
                "figure",
                "value",
                "unit",
                "floor",
                "ratio",
                "must reach");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }
}
