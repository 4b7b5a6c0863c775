// SPDX-License-Identifier: Apache-2.0
package baton.console.help;

import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Keys as they are printed on a keyboard, one cap for each way to do the same. */
final class KeyCaps extends HBox {
    private static final Pattern BETWEEN = Pattern.compile(" {2,}");

    KeyCaps() {
        getStyleClass().add("keys");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /** {@code keys}: as in {@link Deed#keys}, two spaces between one way and the other; empty for none. */
    void show(String keys) {
        getChildren().clear();
        if (!keys.isEmpty()) {
            BETWEEN.splitAsStream(keys).map(KeyCaps::cap).forEach(getChildren()::add);
        }
    }

    private static Label cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }
}
