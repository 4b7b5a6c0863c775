// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;

/** What lies over the conversation: the scroll bar, and the way to the newest message with how many came. Screen's thread only. */
final class FlowEdge {
    static final double BAR = 10;

    private static final double LINE = 40;
    private static final double FOOT = 12;

    private final Desk desk;
    private final ScrollBar bar = new ScrollBar();
    private final Button pill = new Button("", Icons.DOWN.icon(Icons.CONTROL));
    private boolean isShowing;

    /** {@code dragged}: where a person moved the bar to, in pixels from the top. */
    FlowEdge(Desk desk, DoubleConsumer dragged, Runnable toBottom) {
        this.desk = desk;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(value -> {
            if (!isShowing) {
                dragged.accept(value.doubleValue());
            }
        });
        pill.setId("new-below");
        pill.getStyleClass().add("new-below");
        pill.setFocusTraversable(false);
        pill.setOnAction(_ -> toBottom.run());
    }

    List<Node> nodes() {
        return List.of(bar, pill);
    }

    /** {@code from}: pixels above the view; {@code total}: of all entries. */
    void show(double from, double total, double viewport, int newBelow) {
        isShowing = true;
        double range = Math.max(0, total - viewport);
        bar.setMax(range);
        bar.setVisibleAmount(range * viewport / Math.max(1, total));
        bar.setUnitIncrement(LINE);
        bar.setBlockIncrement(viewport * 0.9);
        bar.setValue(Math.clamp(from, 0, range));
        bar.setVisible(range > 0);
        pill.setText(
                newBelow == 0 ? "" : desk.texts().count("bubble.new-below.one", "bubble.new-below.many", newBelow));
        pill.setAccessibleText(desk.texts().say("bubble.to-bottom"));
        pill.setVisible(newBelow > 0 || range - bar.getValue() > viewport / 2);
        isShowing = false;
    }

    void layout(double width, double height) {
        bar.resizeRelocate(width - BAR, 0, BAR, height);
        double wide = Math.ceil(pill.prefWidth(-1));
        double high = Math.ceil(pill.prefHeight(-1));
        pill.resizeRelocate(Math.floor((width - BAR - wide) / 2), height - high - FOOT, wide, high);
    }
}
