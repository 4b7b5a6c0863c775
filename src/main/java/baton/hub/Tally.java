// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the reports of one delivery went, and how many of each line of the board. Used within one turn. */
final class Tally {

    /** Shown or waiting now; here already; or set aside now. */
    enum Fate {
        PLACED,
        KNOWN,
        ASIDE
    }

    private record Line(NumberId number, Fate fate) {}

    private final Set<Fate> seen = EnumSet.noneOf(Fate.class);
    private final Map<Line, Long> counts = new HashMap<>();

    /** {@code number}: the line it counts on; empty when it counts on none. */
    void add(Optional<NumberId> number, Fate fate) {
        seen.add(fate);
        number.ifPresent(line -> counts.merge(new Line(line, fate), 1L, Long::sum));
    }

    boolean has(Fate fate) {
        return seen.contains(fate);
    }

    long of(NumberId number, Fate fate) {
        return counts.getOrDefault(new Line(number, fate), 0L);
    }

    Set<NumberId> numbers() {
        Set<NumberId> numbers = new HashSet<>();
        counts.keySet().forEach(line -> numbers.add(line.number()));
        return numbers;
    }
}
