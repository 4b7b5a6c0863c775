// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.PixelBar;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What lies over the conversation: the scroll bar, and the way to the newest message with how many came. Screen's thread only. */
final class FlowEdge {
    static final double BAR = PixelBar.WIDTH;

    private static final double LINE = 40;
    private static final double FOOT = 12;

    private final Desk desk;
    private final PixelBar bar;
    private final Button pill = new Button("", Icons.DOWN.icon(Icons.CONTROL));

    /** {@code dragged}: where a person moved the bar to, in pixels from the top. */
    FlowEdge(Desk desk, DoubleConsumer dragged, Runnable toBottom) {
        this.desk = desk;
        this.bar = new PixelBar(dragged);
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
        bar.show(from, total, viewport, LINE);
        pill.setText(
                newBelow == 0 ? "" : desk.texts().count("bubble.new-below.one", "bubble.new-below.many", newBelow));
        pill.setAccessibleText(desk.texts().say("bubble.to-bottom"));
        pill.setVisible(newBelow > 0 || bar.getMax() - bar.getValue() > viewport / 2);
    }

    void layout(double width, double height) {
        bar.stand(width, height);
        double wide = Math.ceil(pill.prefWidth(-1));
        double high = Math.ceil(pill.prefHeight(-1));
        pill.resizeRelocate(Math.floor((width - BAR - wide) / 2), height - high - FOOT, wide, high);
    }
}
