// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Words shown over a node when the pointer rests there. Screen's thread only. */
final class Hint {
    private Hint() {}

    /** Made when the pointer first comes: JavaFX makes a window and a scene for each, and most bubbles are never pointed at. */
    static void over(Node node, Supplier<String> words) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(node, new Tooltip(words.get()));
            }
        });
    }
}
