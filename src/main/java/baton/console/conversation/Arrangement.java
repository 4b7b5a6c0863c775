// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Which entries stand where. One entry is the anchor and keeps its place whatever happens around it: older ones in front, new ones
 * below, other heights, another width. Only at the very bottom does the view follow what comes. Knows no nodes; not thread-safe.
 */
final class Arrangement {
    /** Free space above the first and below the last entry. */
    static final double EDGE = 12;

    private static final double TOLERANCE = 1;

    /** The entries in view, the last included, with the top of the first and the bottom of the last. */
    record Placed(int first, int last, double top, double bottom) {
        static final Placed NOTHING = new Placed(0, -1, 0, 0);
    }

    private List<Entry> entries = List.of();
    private Map<Object, Integer> places = Map.of();
    private Placed placed = Placed.NOTHING;
    private double[] tops = {};
    private int anchor;
    private double anchorTop;
    private boolean isFollowing = true;

    List<Entry> entries() {
        return entries;
    }

    Placed placed() {
        return placed;
    }

    boolean isFollowing() {
        return isFollowing;
    }

    /** The place of an entry by its key, or -1. */
    int place(Object key) {
        return places.getOrDefault(key, -1);
    }

    /** The top of an entry in view. */
    double top(int place) {
        return tops[place - placed.first()];
    }

    boolean isInView(int place) {
        return place >= placed.first() && place <= placed.last();
    }

    /** Begins anew, at the bottom. */
    void open(List<Entry> next) {
        take(next);
        placed = Placed.NOTHING;
        follow();
    }

    /** The same list a moment later. The anchor is carried over; an entry that did not change is preferred for it. */
    void update(List<Entry> next) {
        List<Entry> old = entries;
        take(next);
        if (!isFollowing) {
            carry(old);
        }
        anchor = Math.clamp(anchor, 0, Math.max(0, entries.size() - 1));
    }

    /** Holds that entry where it is, though the view was following. */
    void pin(int place, double top) {
        anchor = place;
        anchorTop = Math.round(top);
        isFollowing = false;
    }

    void follow() {
        isFollowing = true;
    }

    void scrollBy(double pixels) {
        anchorTop -= Math.round(pixels);
        isFollowing = false;
    }

    /** Places what is in view; {@code height} tells the height of an entry in whole pixels. */
    Placed arrange(double viewport, IntToDoubleFunction height) {
        if (entries.isEmpty() || viewport <= 0) {
            placed = Placed.NOTHING;
            return placed;
        }
        if (isFollowing) {
            anchor = entries.size() - 1;
            anchorTop = viewport - EDGE - height.applyAsDouble(anchor);
        }
        Placed span = closed(spread(viewport, height), viewport, height);
        placed = trimmed(span, viewport, height);
        isFollowing = isAtEnd(placed) && placed.bottom() <= viewport - EDGE + TOLERANCE;
        noteTops(height);
        settleAnchor(viewport, height);
        return placed;
    }

    private void take(List<Entry> next) {
        entries = List.copyOf(next);
        Map<Object, Integer> found = HashMap.newHashMap(entries.size());
        for (int place = 0; place < entries.size(); place++) {
            found.put(entries.get(place).key(), place);
        }
        places = found;
    }

    private void carry(List<Entry> old) {
        int found = carried(old, true);
        int kept = found >= 0 ? found : carried(old, false);
        if (kept >= 0) {
            anchorTop = top(kept);
            anchor = place(old.get(kept).key());
        }
    }

    /** The entry in view that is to hold the view: from the anchor down, then up. */
    private int carried(List<Entry> old, boolean mustBeSame) {
        for (int place = anchor; place <= placed.last(); place++) {
            if (isKept(old, place, mustBeSame)) {
                return place;
            }
        }
        for (int place = anchor - 1; place >= placed.first(); place--) {
            if (isKept(old, place, mustBeSame)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isKept(List<Entry> old, int place, boolean mustBeSame) {
        if (!isInView(place)) {
            return false;
        }
        int now = place(old.get(place).key());
        return now >= 0 && (!mustBeSame || entries.get(now).equals(old.get(place)));
    }

    private Placed spread(double viewport, IntToDoubleFunction height) {
        int first = anchor;
        double top = anchorTop;
        while (first > 0 && top > 0) {
            first--;
            top -= height.applyAsDouble(first);
        }
        int last = anchor;
        double bottom = anchorTop + height.applyAsDouble(anchor);
        while (last < entries.size() - 1 && bottom < viewport) {
            last++;
            bottom += height.applyAsDouble(last);
        }
        return new Placed(first, last, top, bottom);
    }

    /** No gap below the last entry, and none above the first unless all of it fits: then it stands at the bottom. */
    private Placed closed(Placed span, double viewport, IntToDoubleFunction height) {
        Placed settled = span;
        double end = viewport - EDGE;
        if (isAtEnd(settled) && settled.bottom() < end) {
            anchorTop += end - settled.bottom();
            settled = spread(viewport, height);
        }
        double hidden = isAtEnd(settled) ? settled.bottom() - end : Double.MAX_VALUE;
        double gap = settled.first() == 0 ? Math.min(settled.top() - EDGE, hidden) : 0;
        if (gap > 0) {
            anchorTop -= gap;
            settled = spread(viewport, height);
        }
        return settled;
    }

    private static Placed trimmed(Placed span, double viewport, IntToDoubleFunction height) {
        int first = span.first();
        double top = span.top();
        while (first < span.last() && top + height.applyAsDouble(first) <= 0) {
            top += height.applyAsDouble(first);
            first++;
        }
        int last = span.last();
        double bottom = span.bottom();
        while (last > first && bottom - height.applyAsDouble(last) >= viewport) {
            bottom -= height.applyAsDouble(last);
            last--;
        }
        return new Placed(first, last, top, bottom);
    }

    private boolean isAtEnd(Placed span) {
        return span.last() == entries.size() - 1;
    }

    private void noteTops(IntToDoubleFunction height) {
        tops = new double[placed.last() - placed.first() + 1];
        double top = placed.top();
        for (int place = placed.first(); place <= placed.last(); place++) {
            tops[place - placed.first()] = top;
            top += height.applyAsDouble(place);
        }
    }

    /** The anchor stays the anchor while it is wholly in view; then the first entry that is takes its place. */
    private void settleAnchor(double viewport, IntToDoubleFunction height) {
        if (isInView(anchor) && top(anchor) >= 0 && top(anchor) + height.applyAsDouble(anchor) <= viewport) {
            anchorTop = top(anchor);
            return;
        }
        anchor = placed.last();
        for (int place = placed.last(); place >= placed.first() && top(place) >= 0; place--) {
            anchor = place;
        }
        anchorTop = top(anchor);
    }
}
