// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The row that keys act on, and the stretch of rows marked from it with Shift. Holds ids, so it outlives changes. Not thread-safe. */
final class MarkedRows {
    private Optional<MessageId> current = Optional.empty();
    private Optional<MessageId> from = Optional.empty();

    Optional<MessageId> current() {
        return current;
    }

    /** Goes there; nothing is marked any more. */
    void goTo(MessageId row) {
        current = Optional.of(row);
        from = Optional.empty();
    }

    /** Marks from where it was to there. */
    void extendTo(MessageId row) {
        from = from.or(() -> current).or(() -> Optional.of(row));
        current = Optional.of(row);
    }

    void clear() {
        from = Optional.empty();
    }

    /** Another conversation: nothing is marked, and keys begin where the eye is. */
    void forget() {
        current = Optional.empty();
        from = Optional.empty();
    }

    boolean isEmpty() {
        return from.isEmpty();
    }

    void markAll(List<BubbleRow> rows) {
        if (!rows.isEmpty()) {
            goTo(rows.getFirst().id());
            extendTo(rows.getLast().id());
        }
    }

    /** The marked rows, oldest first; empty when none are. */
    List<BubbleRow> marked(List<BubbleRow> rows) {
        if (from.isEmpty()) {
            return List.of();
        }
        int one = place(rows, from);
        int other = place(rows, current);
        return one < 0 || other < 0 ? List.of() : rows.subList(Math.min(one, other), Math.max(one, other) + 1);
    }

    /** "time name: text", one line each. */
    String copied(List<BubbleRow> rows, Wording wording) {
        return marked(rows).stream().map(wording::copied).collect(Collectors.joining("\n"));
    }

    private static int place(List<BubbleRow> rows, Optional<MessageId> id) {
        for (int place = 0; place < rows.size(); place++) {
            if (id.filter(rows.get(place).id()::equals).isPresent()) {
                return place;
            }
        }
        return -1;
    }
}
