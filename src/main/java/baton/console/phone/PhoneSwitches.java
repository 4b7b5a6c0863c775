// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Icons;
import baton.console.Seat;
import baton.console.Subscriptions;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** The two switches in the status bar: the weather, so that it is always seen, and the phone. */
public final class PhoneSwitches extends HBox {
    private static final PseudoClass ROUGH = PseudoClass.getPseudoClass("rough");

    private final Seat seat;
    private final PhoneModel model;
    private final Button weather = new Button();
    private final Button phone = new Button("", Icons.PHONE.icon(Icons.SMALL));

    public PhoneSwitches(Seat seat, PhoneModel model) {
        this.seat = seat;
        this.model = model;
        getStyleClass().add("phone-switches");
        getStylesheets().add(baton.console.Themes.sheet(PhoneView.class, "phone.css"));
        weather.setId("weather");
        weather.getStyleClass().addAll("flat", "switch");
        weather.setOnAction(_ -> model.changeWeather());
        phone.setId("phone-switch");
        phone.getStyleClass().addAll("flat", "switch");
        phone.textProperty().bind(seat.texts().live("phone.switch"));
        phone.setOnAction(_ -> model.openProperty().set(!model.openProperty().get()));
        getChildren().setAll(weather, phone);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.roughProperty()
                .subscribe(_ -> draw())
                .and(seat.texts().languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        boolean isRough = model.roughProperty().get();
        weather.setText(seat.texts().say(isRough ? "weather.rough" : "weather.calm"));
        weather.setGraphic((isRough ? Icons.STORM : Icons.SUN).icon(Icons.SMALL));
        weather.pseudoClassStateChanged(ROUGH, isRough);
    }
}
