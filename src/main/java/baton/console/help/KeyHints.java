// SPDX-License-Identifier: Apache-2.0
package baton.console.help;

import baton.console.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The last line of what lies over the desk: which keys work in it. */
final class KeyHints extends HBox {
    private final Texts texts;

    KeyHints(Texts texts) {
        this.texts = texts;
        getStyleClass().add("hints");
    }

    /** Adds a key and, by {@code key}, what it does. */
    KeyHints with(String caps, String key) {
        KeyCaps drawn = new KeyCaps();
        drawn.show(caps);
        Label does = new Label();
        does.getStyleClass().add("hint");
        does.textProperty().bind(texts.live(key));
        HBox hint = new HBox(drawn, does);
        hint.getStyleClass().add("hint-line");
        getChildren().add(hint);
        return this;
    }
}
