// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The small pieces that bubbles are put together from. Screen's thread only. */
final class Parts {
    private Parts() {}

    /** A label that wraps and is never cut. */
    static Label label(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A symbol before a line of small text. */
    static HBox line(Icons icon, String text, String... styles) {
        var line = new HBox(icon.icon(Icons.SMALL), label(text, "text-small"));
        line.getStyleClass().add("mark-line");
        line.getStyleClass().addAll(styles);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A symbol in a tile, what it is, and lines below it; empty lines are left out. */
    static HBox card(Icons icon, String title, String... details) {
        var tile = new StackPane(icon.icon(Icons.RAIL));
        tile.getStyleClass().add("card-tile");
        tile.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        tile.setMaxHeight(Region.USE_PREF_SIZE);
        var words = new VBox(label(title, "medium"));
        for (String detail : details) {
            if (!detail.isBlank()) {
                words.getChildren().add(label(detail, "text-small", "detail"));
            }
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setAlignment(Pos.CENTER_LEFT);
        var card = new HBox(tile, words);
        card.getStyleClass().add("card");
        return card;
    }

    /** What stands under a card's words. */
    static void addBelow(HBox card, Node... below) {
        ((VBox) card.getChildren().getLast()).getChildren().addAll(below);
    }

    /** A small button; {@code id} names it for tests and screen readers alike. */
    static Button button(String text, Icons icon, Runnable act) {
        var button = new Button(text, icon.icon(Icons.SMALL));
        button.getStyleClass().addAll("small", "bubble-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            act.run();
            event.consume();
        });
        return button;
    }
}
