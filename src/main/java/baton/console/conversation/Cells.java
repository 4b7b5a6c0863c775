// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Times;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The nodes of the entries: built when first in view, kept a while after, built anew when what their entry says
 * changed, and otherwise brought up to date. Screen's thread only. */
final class Cells {
    private static final int KEPT = 80;

    private final Desk desk;
    private final Selection selection;
    private final Consumer<BubbleRow.QuotedLine.Source> jump;
    private final Pane sheet;
    private final Map<Object, Built> built = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Object> inUse = new HashSet<>();
    private int made;

    Cells(Desk desk, Selection selection, Pane sheet, Consumer<BubbleRow.QuotedLine.Source> jump) {
        this.desk = desk;
        this.selection = selection;
        this.sheet = sheet;
        this.jump = jump;
    }

    /** The node of an entry, in the sheet and styled, ready to be measured. */
    Node of(Entry entry) {
        Built known = built.get(entry.key());
        Built right = known != null && known.entry().equals(entry) ? known : next(known, entry);
        inUse.add(entry.key());
        if (right.node().getParent() == null) {
            sheet.getChildren().add(right.node());
            right.node().applyCss();
        }
        return right.node();
    }

    Optional<BubbleCell> bubble(Object key) {
        return Optional.ofNullable(built.get(key))
                .map(Built::node)
                .filter(BubbleCell.class::isInstance)
                .map(BubbleCell.class::cast);
    }

    /** What {@link #of} was not asked for since the last call leaves the sheet. */
    void settle() {
        for (Iterator<Map.Entry<Object, Built>> all = built.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Object, Built> each = all.next();
            if (!inUse.contains(each.getKey())) {
                sheet.getChildren().remove(each.getValue().node());
                if (built.size() > KEPT) {
                    all.remove();
                }
            }
        }
        inUse.clear();
    }

    /** Forgets them all: another language, another day, another conversation. */
    void clear() {
        built.clear();
        inUse.clear();
        sheet.getChildren().clear();
    }

    /** How many were ever built, for tests of thrift. */
    int made() {
        return made;
    }

    private Built next(@Nullable Built known, Entry entry) {
        if (known != null
                && known.node() instanceof BubbleCell cell
                && entry instanceof Entry.Row row
                && cell.canShow(row)) {
            cell.show(row);
            cell.applyCss();
            var changed = new Built(entry, cell);
            built.put(entry.key(), changed);
            return changed;
        }
        return replace(known, entry);
    }

    private Built replace(@Nullable Built known, Entry entry) {
        if (known != null) {
            sheet.getChildren().remove(known.node());
        }
        made++;
        var next = new Built(entry, node(entry));
        built.put(entry.key(), next);
        return next;
    }

    private Node node(Entry entry) {
        Times times = desk.times();
        return switch (entry) {
            case Entry.Day day ->
                new Divider(times.dayName(day.date(), times.day(desk.ticker().now())), "day");
            case Entry.Unread _ -> new Divider(desk.texts().say("bubble.unread"), "unread");
            case Entry.Row row -> new BubbleCell(row, desk, selection, jump);
        };
    }

    private record Built(Entry entry, Node node) {}
}
