// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Words shown over a node when the pointer rests there. Screen's thread only. */
public final class Hint {
    private Hint() {}

    /** What the node is called for those who cannot see it, as it is at that moment. */
    public static void over(Node node) {
        over(node, node::getAccessibleText);
    }

    /**
     * {@code words} are asked for each time they are shown. Made when the pointer first comes: JavaFX makes a window and a scene for each, and
     * most nodes are never pointed at.
     */
    public static void over(Node node, Supplier<String> words) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip hint = new Tooltip();
                hint.setOnShowing(_ -> hint.setText(words.get()));
                Tooltip.install(node, hint);
            }
        });
    }
}
