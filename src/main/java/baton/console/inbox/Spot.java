// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.CutText;
import javafx.scene.layout.Region;

/** A letter or a number in the middle of a ground of its own, which is as large as the style sheet says or else as they need. Screen's thread only. */
final class Spot extends Region {
    private final CutText words = new CutText();

    Spot(String style) {
        getStyleClass().add(style);
        words.getStyleClass().add("words");
        getChildren().setAll(words);
    }

    void show(String next) {
        words.show(next);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snapSizeX(words.prefWidth(-1)) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snapSizeY(words.prefHeight(-1)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        words.relocate(
                snapPositionX((getWidth() - snapSizeX(words.prefWidth(-1))) / 2),
                snapPositionY((getHeight() - snapSizeY(words.prefHeight(-1))) / 2));
    }
}
