// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.domain.Author;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line above the first bubble of a writer: who, and how it came when that is not the usual way. Screen's thread only. */
final class BubbleHead extends HBox {
    BubbleHead(BubbleRow row, Desk desk) {
        var wording = new Wording(desk);
        getStyleClass().add("bubble-head");
        setAlignment(Pos.CENTER_LEFT);
        symbol(row.message().author()).ifPresent(icon -> getChildren().add(icon.icon(Icons.SMALL)));
        getChildren().add(label(wording.writer(row), "writer"));
        wording.way(row).ifPresent(way -> getChildren().add(label(way, "way")));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-small", style);
        return label;
    }

    private static Optional<Icons> symbol(Author author) {
        return switch (author) {
            case Author.Customer _, Author.Person _ -> Optional.empty();
            case Author.Automatic _ -> Optional.of(Icons.AUTOMATIC);
            case Author.PhoneApp _ -> Optional.of(Icons.PHONE);
            case Author.MetaAgent _ -> Optional.of(Icons.AGENT);
        };
    }
}
