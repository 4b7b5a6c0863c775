// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

import baton.console.Seat;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks why an entry is put away, 1 to 300 characters; keeps what is typed while the page is drawn anew. Screen's thread only. */
final class PutAwayForm extends HBox {
    private static final int LONGEST = 300;

    private final TextField why = new TextField();

    /** {@code done} is told the reason. */
    PutAwayForm(Seat seat, long entry, Consumer<String> done) {
        why.setId("put-away-why-" + entry);
        why.getStyleClass().add("why");
        why.promptTextProperty().bind(seat.texts().live("connection.put-away.why"));
        why.accessibleTextProperty().bind(seat.texts().live("connection.put-away.why"));
        Button put = new Button();
        put.setId("put-away-now-" + entry);
        put.textProperty().bind(seat.texts().live("connection.put-away"));
        put.getStyleClass().add("small");
        put.disableProperty().bind(why.textProperty().map(text -> text.isBlank() || text.length() > LONGEST));
        put.setOnAction(_ -> done.accept(why.getText().strip()));
        why.setOnAction(_ -> put.fire());
        HBox.setHgrow(why, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("line", "form");
        getChildren().setAll(why, put);
    }

    boolean isTyping() {
        return why.isFocused();
    }

    /** Goes on where the typing was. */
    void goOn() {
        int caret = why.getCaretPosition();
        why.requestFocus();
        why.positionCaret(caret);
    }
}
