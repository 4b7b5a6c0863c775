// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Seat;
import baton.console.Subscriptions;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;

/** Whose phone it is: name and language of everyone who has one. */
final class OwnerPicker extends ComboBox<Handset> {
    private static final int ROWS = 14;

    private final Seat seat;
    private final PhoneModel model;
    private boolean isFollowing;

    OwnerPicker(Seat seat, PhoneModel model) {
        super(model.all());
        this.seat = seat;
        this.model = model;
        setId("phone-owner");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setVisibleRowCount(ROWS);
        accessibleTextProperty().bind(seat.texts().live("phone.owner"));
        setCellFactory(_ -> new Cell());
        setButtonCell(new Cell());
        valueProperty().subscribe(handset -> {
            if (handset != null && !isFollowing) {
                model.choose(handset);
            }
        });
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.chosenProperty()
                .subscribe(this::take)
                .and(seat.texts().languageProperty().subscribe((_, _) -> setButtonCell(new Cell())));
    }

    private void take(Optional<Handset> chosen) {
        isFollowing = true;
        chosen.ifPresent(this::setValue);
        isFollowing = false;
    }

    private final class Cell extends ListCell<Handset> {
        @Override
        protected void updateItem(Handset handset, boolean empty) {
            super.updateItem(handset, empty);
            setText(empty || handset == null ? null : handset.words(seat.texts().locale()));
        }
    }
}
