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

    /** One end, not one for each piece: what follows the piece that is cut has no room. */
    @Override
    protected void layoutChildren() {
        double room = getWidth();
        for (Node piece : getManagedChildren()) {
            double whole = snapSizeX(piece.prefWidth(-1));
            double wide = piece instanceof Label ? Math.min(whole, room) : whole;
            double high = Math.min(snapSizeY(piece.prefHeight(-1)), getHeight());
            piece.setVisible(wide > 0 && wide <= room);
            piece.resizeRelocate(snapPositionX(getWidth() - room), snapPositionY((getHeight() - high) / 2), wide, high);
            room = wide < whole ? 0 : room - wide;
        }
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
