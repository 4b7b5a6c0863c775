// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is to happen when, in order of time and then of arrival. Not thread-safe: its owner locks. */
final class Agenda {
    private record Entry(Instant due, long order, Consumer<Instant> action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::order));
    private long order;

    /** The action is handed the time it was due, so that coarse and fine steps give the same history. */
    void at(Instant due, Consumer<Instant> action) {
        entries.add(new Entry(due, order++, action));
    }

    /** Runs what is due by now, including what those actions add in turn. */
    void run(Instant now) {
        Entry head = entries.peek();
        while (head != null && !head.due().isAfter(now)) {
            entries.remove();
            head.action().accept(head.due());
            head = entries.peek();
        }
    }

    /** Moves everything by the length of a pause. */
    void postpone(Duration by) {
        var all = new ArrayList<>(entries);
        entries.clear();
        all.forEach(entry -> entries.add(new Entry(entry.due().plus(by), entry.order(), entry.action())));
    }

    int size() {
        return entries.size();
    }
}
