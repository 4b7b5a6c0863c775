// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.Lines;
import baton.console.Seat;
import baton.sync.View;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands where the list has no rows: why, and the way on. */
final class Emptiness extends VBox {
    private final Seat seat;
    private final InboxModel model;
    private final Label why = new Label();
    private final Button onward = new Button();

    Emptiness(Seat seat, InboxModel model) {
        this.seat = seat;
        this.model = model;
        getStyleClass().add("nothing");
        setAlignment(Pos.CENTER);
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        onward.setId("inbox-onward");
        onward.getStyleClass().add("small");
        onward.setMinWidth(Region.USE_PREF_SIZE);
        onward.setOnAction(_ -> go());
        getChildren().setAll(why, onward);
    }

    void draw() {
        View now = model.viewProperty().get();
        why.setText(seat.texts().say(why(now)));
        onward.setText(seat.texts().say(isSeeking() ? "inbox.forget-search" : "onward." + now));
        Lines.show(
                onward,
                !model.loadingProperty().get() && (isSeeking() || next(now).isPresent()));
    }

    private String why(View now) {
        if (model.loadingProperty().get()) {
            return "inbox.loading";
        }
        return isSeeking() ? "inbox.nothing-found" : "empty." + now;
    }

    private void go() {
        if (isSeeking()) {
            model.soughtProperty().set("");
        } else {
            next(model.viewProperty().get()).ifPresent(model.viewProperty()::set);
        }
    }

    private boolean isSeeking() {
        return !model.soughtProperty().get().isBlank();
    }

    /** Where there may be something to do. */
    private static Optional<View> next(View empty) {
        return switch (empty) {
            case MINE -> Optional.of(View.UNASSIGNED);
            case UNASSIGNED -> Optional.of(View.ALL);
            case ALL -> Optional.of(View.RESOLVED);
            case RESOLVED -> Optional.of(View.ALL);
        };
    }
}
