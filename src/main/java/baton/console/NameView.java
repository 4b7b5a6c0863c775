// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;

/**
 * A name or the like in one line, its emoji in colour; what does not fit is cut in the words, never in a picture. Style and id go to the whole,
 * fonts are handed down to the words. Screen's thread only.
 */
public final class NameView extends HBox {
    private final Emoji emoji;
    private String name = "";

    public NameView(Emoji emoji) {
        this.emoji = emoji;
        getStyleClass().add("name-view");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
    }

    public String name() {
        return name;
    }

    /** Shows that name; the same one again costs nothing. */
    public void show(String next) {
        if (next.equals(name) && !getChildren().isEmpty()) {
            return;
        }
        name = next;
        setAccessibleText(next);
        List<Emoji.Piece> pieces = emoji.split(next);
        if (pieces.size() == 1
                && pieces.getFirst() instanceof Emoji.Piece.Words(String words)
                && getChildren().size() == 1
                && getChildren().getFirst() instanceof Label label) {
            label.setText(words);
            return;
        }
        getChildren().setAll(pieces.stream().map(this::node).toList());
    }

    private Node node(Emoji.Piece piece) {
        return switch (piece) {
            case Emoji.Piece.Words(String characters) -> words(characters);
            case Emoji.Piece.Picture(String characters) ->
                emoji.picture(characters)
                        .<Node>map(image -> picture(characters, image))
                        .orElseGet(() -> words(characters));
        };
    }

    private static Node words(String characters) {
        Label label = new Label(characters);
        label.setMinWidth(0);
        return label;
    }

    private static Node picture(String characters, Image image) {
        EmojiView picture = new EmojiView(characters, image);
        picture.setMinWidth(USE_PREF_SIZE);
        picture.setMaxHeight(USE_PREF_SIZE);
        return picture;
    }
}
