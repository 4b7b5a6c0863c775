// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A name or the like in one line, its emoji in colour; what does not fit is cut in the words, never in a picture. Style and id go to the whole,
 * fonts are handed down to the words. Screen's thread only.
 */
public final class NameView extends Region {
    private final Emoji emoji;
    private String name = "";

    public NameView(Emoji emoji) {
        this.emoji = emoji;
        getStyleClass().add("name-view");
        setMinWidth(0);
    }

    /** With that style class besides. */
    public NameView(Emoji emoji, String style) {
        this(emoji);
        getStyleClass().add(style);
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
                && getChildren().getFirst() instanceof CutText text) {
            text.show(words);
            return;
        }
        getChildren().setAll(pieces.stream().map(this::node).toList());
    }

    @Override
    protected double computePrefWidth(double height) {
        return sizes(piece -> snapSizeX(piece.prefWidth(-1))).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return sizes(piece -> snapSizeY(piece.prefHeight(-1))).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private DoubleStream sizes(ToDoubleFunction<Node> size) {
        return getManagedChildren().stream().mapToDouble(size);
    }

    /** One end, not one for each piece: what follows the piece that is cut has no room. */
    @Override
    protected void layoutChildren() {
        double room = getWidth();
        for (Node piece : getManagedChildren()) {
            boolean isWhole = room > 0 && (!(piece instanceof CutText text) || text.fit(room));
            if (piece.isResizable()) {
                piece.resize(snapSizeX(piece.prefWidth(-1)), snapSizeY(piece.prefHeight(-1)));
            }
            Bounds size = piece.getLayoutBounds();
            double high = snapSizeY(size.getHeight());
            piece.setVisible(room > 0 && size.getWidth() > 0 && size.getWidth() <= room);
            piece.relocate(snapPositionX(getWidth() - room), snapPositionY((getHeight() - high) / 2));
            room = isWhole ? room - snapSizeX(size.getWidth()) : 0;
        }
    }

    private Node node(Emoji.Piece piece) {
        return switch (piece) {
            case Emoji.Piece.Words(String characters) -> words(characters);
            case Emoji.Piece.Picture(String characters) ->
                emoji.picture(characters)
                        .<Node>map(image -> new EmojiView(characters, image))
                        .orElseGet(() -> words(characters));
        };
    }

    private static Node words(String characters) {
        CutText text = new CutText("words");
        text.show(characters);
        return text;
    }
}
