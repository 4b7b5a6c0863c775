// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Seat;
import baton.console.Subscriptions;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** What was just done and can still be taken back, beside the switch of reply and note, for five seconds. */
final class UndoBar extends HBox {
    private final Seat seat;
    private final UndoModel model;
    private final Label done = new Label("", Icons.TICK.icon());
    private final Button undo = new Button("", Icons.UNDO.icon());

    UndoBar(Seat seat, UndoModel model) {
        this.seat = seat;
        this.model = model;
        setId("undo-bar");
        getStyleClass().add("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        undo.setId("undo");
        undo.getStyleClass().addAll("small", "flat");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.textProperty().bind(seat.texts().live("undo.undo"));
        undo.setOnAction(_ -> model.undo());
        getChildren().setAll(done, undo);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.offerProperty()
                .subscribe(this::draw)
                .and(seat.texts()
                        .languageProperty()
                        .subscribe(_ -> draw(model.offerProperty().get())));
    }

    private void draw(Optional<UndoModel.Offer> offer) {
        setVisible(offer.isPresent());
        done.setText(offer.map(known -> known.done().in(seat.texts())).orElse(""));
        setAccessibleText(done.getText());
    }
}
