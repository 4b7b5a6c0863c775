// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

/** Subscriptions that last while their node can be seen, so that nothing is unbound by hand. Screen's thread only. */
public final class Subscriptions {
    private Subscriptions() {}

    /** Whether the node stands in a showing window, or in a scene without one, as for a picture. */
    public static ObservableValue<Boolean> showing(Node node) {
        return node.sceneProperty().flatMap(Subscriptions::showing).orElse(false);
    }

    /** Subscribes each time the node comes to be seen and ends it when it goes; {@code follow} must bring the node up to date. */
    public static void whileShowing(Node node, Supplier<Subscription> follow) {
        var current = new Subscription[] {Subscription.EMPTY};
        showing(node).subscribe(isShowing -> {
            current[0].unsubscribe();
            current[0] = isShowing ? follow.get() : Subscription.EMPTY;
        });
    }

    private static ObservableValue<Boolean> showing(Scene scene) {
        return scene.windowProperty().flatMap(Window::showingProperty).orElse(true);
    }
}
