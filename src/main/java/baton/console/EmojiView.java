// SPDX-License-Identifier: Apache-2.0
package baton.console;

import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * One emoji as a picture that sits in a line of text like a letter. It knows the characters it stands for; its size comes from the
 * style sheet, as a share of the text's.
 */
public final class EmojiView extends Region {
    private static final double BELOW_THE_LINE = 0.19;
    private static final double SPARE = 0.04;

    private final String characters;
    private final ImageView picture;

    public EmojiView(String characters, Image image) {
        this.characters = characters;
        this.picture = new ImageView(image);
        getStyleClass().add("emoji");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(characters);
        picture.setSmooth(true);
        picture.setPreserveRatio(true);
        getChildren().setAll(picture);
    }

    public String characters() {
        return characters;
    }

    @Override
    public double getBaselineOffset() {
        return Math.round(prefHeight(-1) * (1 - BELOW_THE_LINE));
    }

    @Override
    protected void layoutChildren() {
        double size = getWidth() * (1 - 2 * SPARE);
        picture.setFitWidth(size);
        picture.setFitHeight(size);
        picture.relocate(getWidth() * SPARE, getHeight() * SPARE);
    }
}
