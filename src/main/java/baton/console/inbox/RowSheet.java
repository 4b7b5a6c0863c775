// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.domain.ConversationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/**
 * The sheet the rows stand on: a cell for each row in view, which stays that row's while both move; only what is new in view or different is
 * drawn. At the top it shows what comes; scrolled away from it, the rows in view keep their place whatever comes above. A layout of its own:
 * nothing outside is laid out anew for what happens here. Screen's thread only.
 */
final class RowSheet extends Pane {
    private static final double EDGE = 4;

    /** How the view lies over the rows, in pixels: {@code top} are above it. */
    record Place(double top, double view, double whole, double row) {}

    private final InboxModel model;
    private final Supplier<InboxCell> factory;
    private final Consumer<Place> placed;
    private final Deque<InboxCell> spare = new ArrayDeque<>();
    private Map<ConversationId, InboxCell> inView = new HashMap<>();
    private double rowHeight = 1;
    private double top;
    private boolean isBehind = true;

    /** {@code placed}: hears where the view is, after each layout. */
    RowSheet(InboxModel model, Supplier<InboxCell> factory, Consumer<Place> placed) {
        this.model = model;
        this.factory = factory;
        this.placed = placed;
        setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void setRowHeight(double height) {
        top = top / rowHeight * height;
        rowHeight = height;
        requestLayout();
    }

    /** Also those kept for later. */
    Stream<InboxCell> cells() {
        return getChildren().stream().map(InboxCell.class::cast);
    }

    /** The cell of the row at that place, if it is in view. */
    Optional<InboxCell> cell(int place) {
        return inView.values().stream()
                .filter(cell -> place >= 0 && cell.place() == place)
                .findFirst();
    }

    /** How many fit, at least one. */
    int rowsInView() {
        return Math.max(1, (int) (getHeight() / rowHeight));
    }

    void rowsChanged() {
        isBehind = true;
        requestLayout();
    }

    /** Down by that many pixels, up where negative; stays within the rows. */
    void scrollBy(double pixels) {
        catchUp();
        scrollTo(top + pixels);
    }

    void scrollTo(double pixels) {
        catchUp();
        top = within(pixels);
        requestLayout();
    }

    /** Brings that place wholly into view; a negative one is nowhere. */
    void reveal(int place) {
        catchUp();
        if (place >= 0 && getHeight() > 0) {
            double above = place * rowHeight;
            double below = above + rowHeight + 2 * EDGE - getHeight();
            top = within(Math.max(below, Math.min(above, top)));
        }
        requestLayout();
    }

    private double whole() {
        return model.rows().size() * rowHeight + 2 * EDGE;
    }

    private double within(double pixels) {
        return Math.clamp(pixels, 0, Math.max(0, whole() - getHeight()));
    }

    /** A row that is as it was has not moved by itself: the first of these in view keeps its place. */
    private void catchUp() {
        if (!isBehind) {
            return;
        }
        isBehind = false;
        if (top > 0) {
            inView.values().stream()
                    .filter(this::isAsItWas)
                    .min(Comparator.comparingInt(InboxCell::place))
                    .ifPresent(cell -> top += (placeOf(cell) - cell.place()) * rowHeight);
        }
        inView.values().forEach(cell -> cell.setPlace(placeOf(cell)));
    }

    private boolean isAsItWas(InboxCell cell) {
        int place = placeOf(cell);
        return place >= 0 && cell.row().filter(model.rows().get(place)::equals).isPresent();
    }

    private int placeOf(InboxCell cell) {
        return cell.row().map(row -> model.place(row.id())).orElse(-1);
    }

    @Override
    protected void layoutChildren() {
        catchUp();
        top = within(top);
        arrange();
        placed.accept(new Place(top, getHeight(), whole(), rowHeight));
    }

    private void arrange() {
        int first = Math.max(0, (int) ((top - EDGE) / rowHeight));
        int end = Math.min(model.rows().size(), (int) Math.ceil((top - EDGE + getHeight()) / rowHeight));
        Map<ConversationId, InboxCell> before = inView;
        inView = HashMap.newHashMap(end - first);
        for (int place = first; place < end; place++) {
            ConversationId id = model.rows().get(place).id();
            Optional.ofNullable(before.remove(id)).ifPresent(cell -> inView.put(id, cell));
        }
        spare.addAll(before.values());
        int chosen = model.place();
        List<InboxCell> drawn = new ArrayList<>();
        for (int place = first; place < end; place++) {
            InboxRow row = model.rows().get(place);
            InboxCell cell = inView.computeIfAbsent(row.id(), _ -> next());
            if (cell.show(row, place, place == chosen)) {
                drawn.add(cell);
            }
            cell.resizeRelocate(0, Math.rint(EDGE + place * rowHeight - top), getWidth(), rowHeight);
        }
        spare.forEach(InboxCell::clear);
        // Else one would be laid out and painted as it is, and once more with its styles.
        drawn.forEach(Node::applyCss);
    }

    /** One that is no longer needed elsewhere: taken out and put in again, its styles would be looked up anew. */
    private InboxCell next() {
        return Optional.ofNullable(spare.poll()).orElseGet(() -> {
            InboxCell cell = factory.get();
            getChildren().add(cell);
            return cell;
        });
    }
}
