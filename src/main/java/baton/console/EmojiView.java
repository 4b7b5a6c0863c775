// SPDX-License-Identifier: Apache-2.0
package baton.console;

import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One emoji as a picture that sits in a line of text like a letter. It knows the characters it stands for. */
public final class EmojiView extends Region {
    private static final double BELOW_THE_LINE = 0.19;

    private final String characters;
    private final ImageView picture;

    /** {@code size} in pixels; 1.25 times the text's size does not move the lines apart. */
    public EmojiView(String characters, Image image, double size) {
        this.characters = characters;
        this.picture = new ImageView(image);
        getStyleClass().add("emoji");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(characters);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        picture.setFitWidth(size);
        picture.setFitHeight(size);
        picture.setSmooth(true);
        getChildren().setAll(picture);
    }

    public String characters() {
        return characters;
    }

    @Override
    public double getBaselineOffset() {
        return Math.round(getPrefHeight() * (1 - BELOW_THE_LINE));
    }
}
