// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The sheet that holds the nodes in view: measures them, puts them where the arrangement says, and lets the others go. */
final class Board extends Pane {
    private final Arrangement arrangement = new Arrangement();
    private final Heights heights = new Heights();
    private final Cells cells;
    private double width;
    private double viewport;

    Board(Desk desk, Selection selection, Consumer<BubbleRow.QuotedLine.Source> jump) {
        this.cells = new Cells(desk, selection, this, jump);
        addEventHandler(Growing.GROWING, this::hold);
    }

    Arrangement arrangement() {
        return arrangement;
    }

    void open(List<Entry> entries) {
        cells.clear();
        arrangement.open(entries);
        heights.entries(arrangement.entries());
    }

    void update(List<Entry> entries) {
        arrangement.update(entries);
        heights.entries(arrangement.entries());
    }

    /** Builds every node anew, in another language or on another day. */
    void forget() {
        cells.clear();
    }

    /** Places what is in view of that size. */
    Arrangement.Placed arrange(double nextWidth, double nextViewport) {
        width = nextWidth;
        viewport = nextViewport;
        heights.width(width);
        Arrangement.Placed placed = arrangement.arrange(viewport, this::height);
        for (int place = placed.first(); place <= placed.last(); place++) {
            cells.of(arrangement.entries().get(place)).resizeRelocate(0, arrangement.top(place), width, height(place));
        }
        cells.settle();
        return placed;
    }

    /** Moves, as little as can be, so that the entry is wholly in view; {@link #arrange} comes after. */
    void reveal(Object key) {
        int place = arrangement.place(key);
        if (place < 0) {
            return;
        }
        boolean isInView = arrangement.isInView(place);
        double height = height(place);
        boolean isAbove = place < arrangement.placed().first() || (isInView && arrangement.top(place) < 0);
        if (isAbove) {
            arrangement.pin(place, Arrangement.EDGE);
        } else if (!isInView || arrangement.top(place) + height > viewport) {
            arrangement.pin(place, viewport - Arrangement.EDGE - height);
        }
    }

    /** That many pixels from the top of all entries stand at the top of the view. */
    void goTo(double pixels) {
        int place = heights.at(pixels);
        arrangement.pin(place, heights.before(place) - pixels);
    }

    /** How many pixels lie above the view. */
    double above() {
        return arrangement.isFollowing()
                ? total()
                : heights.before(arrangement.placed().first())
                        - arrangement.placed().top();
    }

    double total() {
        return heights.total() + 2 * Arrangement.EDGE;
    }

    Optional<BubbleCell> bubble(Object key) {
        return cells.bubble(key);
    }

    /** The bubbles in view. */
    Stream<BubbleCell> bubbles() {
        return getChildren().stream().filter(BubbleCell.class::isInstance).map(BubbleCell.class::cast);
    }

    /** How many nodes were ever built. */
    int built() {
        return cells.made();
    }

    private double height(int place) {
        Node node = cells.of(arrangement.entries().get(place));
        double height = Math.ceil(node.prefHeight(width));
        heights.measured(place, height);
        return height;
    }

    private void hold(Growing event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof BubbleCell cell) {
                arrangement.pin(arrangement.place(cell.entry().key()), cell.getLayoutY());
            }
        }
    }

    /** Its children stay where they were put. */
    @Override
    protected void layoutChildren() {}
}
