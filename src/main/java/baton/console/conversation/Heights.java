// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Heights of all entries, measured or guessed, for the scroll bar: measured ones are kept by message and width. Not thread-safe. */
final class Heights {
    private final Map<Object, Double> measured = new HashMap<>();
    private List<Entry> entries = List.of();
    private double[] heights = {};
    private double width;

    void entries(List<Entry> next) {
        entries = next;
        recall();
    }

    /** Another width makes every measure a guess again. */
    void width(double next) {
        if (next != width) {
            width = next;
            measured.clear();
            recall();
        }
    }

    void measured(int place, double height) {
        heights[place] = height;
        measured.put(entries.get(place).key(), height);
    }

    double total() {
        return before(entries.size());
    }

    /** The sum of the heights in front of that place. */
    double before(int place) {
        double sum = 0;
        for (int each = 0; each < place; each++) {
            sum += heights[each];
        }
        return sum;
    }

    /** The place that many pixels from the top; the last one beyond the end. */
    int at(double pixels) {
        double sum = 0;
        for (int place = 0; place < heights.length; place++) {
            sum += heights[place];
            if (sum > pixels) {
                return place;
            }
        }
        return Math.max(0, heights.length - 1);
    }

    private void recall() {
        heights = new double[entries.size()];
        for (int place = 0; place < heights.length; place++) {
            Entry entry = entries.get(place);
            Double known = measured.get(entry.key());
            heights[place] = known == null ? entry.guess(width) : known;
        }
    }
}
