// SPDX-License-Identifier: Apache-2.0
package baton.console;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What lines on a screen are put together from. Screen's thread only. */
public final class Lines {
    private Lines() {}

    /** Side by side, centred on each other. */
    public static HBox of(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Takes what room is left, so that what follows stands at the end of the line. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Shown, or away without leaving a hole. */
    public static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
