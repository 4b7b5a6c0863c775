// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import java.util.EnumMap;
import java.util.Map;

/** How many rows each view has, kept as rows come and go: asking costs nothing, however many there are. Not safe for threads. */
final class ViewCounts {
    private final PersonId me;
    private final Map<View, Integer> counts = new EnumMap<>(View.class);

    ViewCounts(PersonId me) {
        this.me = me;
        clear();
    }

    void clear() {
        for (View view : View.values()) {
            counts.put(view, 0);
        }
    }

    void add(ConversationRow row) {
        count(row, 1);
    }

    void remove(ConversationRow row) {
        count(row, -1);
    }

    private void count(ConversationRow row, int by) {
        for (View view : View.values()) {
            if (view.shows(row.conversation(), me)) {
                counts.merge(view, by, Integer::sum);
            }
        }
    }

    Map<View, Integer> all() {
        return Map.copyOf(counts);
    }
}
