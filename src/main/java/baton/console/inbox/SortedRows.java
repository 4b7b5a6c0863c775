// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.domain.ConversationId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Rows in their order, changed one by one: a row that keeps its place is replaced in it, any other is moved. */
final class SortedRows {
    private final GatheredList<InboxRow> rows = new GatheredList<>();
    private final ObservableList<InboxRow> seen = FXCollections.unmodifiableObservableList(rows);
    private final Map<ConversationId, InboxRow> byId = new LinkedHashMap<>();
    private Order order = Order.NEWEST;

    ObservableList<InboxRow> seen() {
        return seen;
    }

    /** Quickest if they come nearly in their order. */
    void fill(Collection<InboxRow> all, Order next) {
        order = next;
        byId.clear();
        all.forEach(row -> byId.put(row.id(), row));
        rows.setAll(byId.values().stream().sorted(order.comparator()).toList());
    }

    /** Tells all that {@code changes} puts and removes as one change. */
    void together(Runnable changes) {
        rows.together(changes);
    }

    void put(InboxRow row) {
        InboxRow before = byId.put(row.id(), row);
        int at = before == null ? -1 : place(before);
        if (at >= 0 && keepsPlace(row, at)) {
            rows.set(at, row);
            return;
        }
        if (at >= 0) {
            rows.remove(at);
        }
        rows.add(-place(row) - 1, row);
    }

    void remove(ConversationId id) {
        InboxRow before = byId.remove(id);
        if (before != null) {
            rows.remove(place(before));
        }
    }

    /** The place in the list, or a negative number. */
    int indexOf(ConversationId id) {
        InboxRow row = byId.get(id);
        return row == null ? -1 : place(row);
    }

    List<InboxRow> all() {
        return seen;
    }

    private int place(InboxRow row) {
        return Collections.binarySearch(rows, row, order.comparator());
    }

    private boolean keepsPlace(InboxRow row, int at) {
        boolean isAfter = at == 0 || order.comparator().compare(rows.get(at - 1), row) < 0;
        boolean isBefore = at == rows.size() - 1 || order.comparator().compare(row, rows.get(at + 1)) < 0;
        return isAfter && isBefore;
    }
}
