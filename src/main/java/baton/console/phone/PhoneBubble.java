// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Emoji;
import baton.console.EmojiView;
import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One message on a phone: the owner's at the right with ticks, the business's at the left. */
final class PhoneBubble extends HBox {
    private static final PseudoClass READ = PseudoClass.getPseudoClass("read");
    private static final double WIDEST = 230;

    private final Seat seat;
    private final Label quoted = new Label();
    private final TextFlow words = new TextFlow();
    private final Label time = new Label();
    private final Label reactions = new Label();

    PhoneBubble(Seat seat, PhoneScreen.Line line) {
        this.seat = seat;
        quoted.getStyleClass().add("quoted");
        words.getStyleClass().add("words");
        words.setMaxWidth(WIDEST);
        time.getStyleClass().add("time");
        reactions.getStyleClass().add("reactions");
        HBox foot = new HBox(reactions, time);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox bubble = new VBox(quoted, words, foot);
        bubble.getStyleClass().addAll("bubble", line.own() ? "own" : "theirs");
        setAlignment(line.own() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        getChildren().setAll(bubble);
        words.getChildren().setAll(nodes(line.text()));
        show(line);
    }

    /** What can change about a message: its tick and its reactions. */
    void show(PhoneScreen.Line line) {
        quoted.setText(line.quoted());
        Lines.show(quoted, !line.quoted().isEmpty());
        reactions.setText(line.reactions());
        Lines.show(reactions, !line.reactions().isEmpty());
        time.setText(seat.times().clock(line.at()));
        time.setGraphic(
                switch (line.tick()) {
                    case NONE -> null;
                    case DELIVERED -> ticks(false);
                    case READ -> ticks(true);
                });
        setAccessibleText(line.text() + ", " + time.getText() + tickWords(line.tick()));
    }

    private String tickWords(PhoneScreen.Tick tick) {
        return switch (tick) {
            case NONE -> "";
            case DELIVERED -> ", " + seat.texts().say("status.DELIVERED");
            case READ -> ", " + seat.texts().say("status.READ");
        };
    }

    private static Text ticks(boolean isRead) {
        Text ticks = Icons.TICKS.icon(Icons.SMALL);
        ticks.pseudoClassStateChanged(READ, isRead);
        return ticks;
    }

    private List<Node> nodes(String text) {
        return seat.emoji().split(text).stream().map(this::node).toList();
    }

    private Node node(Emoji.Piece piece) {
        return switch (piece) {
            case Emoji.Piece.Words(String characters) -> plain(characters);
            case Emoji.Piece.Picture(String characters) ->
                seat.emoji()
                        .picture(characters)
                        .<Node>map(image -> new EmojiView(characters, image))
                        .orElseGet(() -> plain(characters));
        };
    }

    private static Text plain(String characters) {
        Text text = new Text(characters);
        text.getStyleClass().add("words");
        return text;
    }
}
