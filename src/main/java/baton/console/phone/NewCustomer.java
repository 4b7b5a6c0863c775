// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Seat;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The two lines that introduce somebody new: a name, a language, and off they go. */
final class NewCustomer extends VBox {
    private final Seat seat;
    private final PhoneModel model;
    private final Runnable done;
    private final TextField name = new TextField();
    private final ComboBox<String> language = new ComboBox<>();

    /** {@code done}: once somebody was introduced. */
    NewCustomer(Seat seat, PhoneModel model, Runnable done) {
        this.seat = seat;
        this.done = done;
        this.model = model;
        getStyleClass().add("new-customer");
        name.setId("phone-new-name");
        name.promptTextProperty().bind(seat.texts().live("phone.new-name"));
        name.accessibleTextProperty().bind(seat.texts().live("phone.new-name"));
        name.setOnAction(_ -> introduce());
        language.setId("phone-new-language");
        language.setMaxWidth(Double.MAX_VALUE);
        language.accessibleTextProperty().bind(seat.texts().live("phone.new-language"));
        language.getItems().setAll(model.languages());
        language.getSelectionModel().selectFirst();
        seat.texts().languageProperty().subscribe(_ -> language.setConverter(new Written()));
        Button go = new Button();
        go.setId("phone-new-go");
        go.getStyleClass().add("accent");
        go.setMinWidth(USE_PREF_SIZE);
        go.textProperty().bind(seat.texts().live("phone.new-go"));
        go.setOnAction(_ -> introduce());
        HBox second = new HBox(language, go);
        second.getStyleClass().add("line");
        HBox.setHgrow(language, Priority.ALWAYS);
        getChildren().setAll(name, second);
        open(false);
    }

    void open(boolean isOpen) {
        setVisible(isOpen);
        setManaged(isOpen);
        if (isOpen) {
            name.requestFocus();
        }
    }

    private void introduce() {
        if (!name.getText().isBlank()) {
            model.introduce(name.getText(), language.getValue());
            name.clear();
            open(false);
            done.run();
        }
    }

    private final class Written extends StringConverter<String> {
        @Override
        public String toString(String code) {
            return code == null
                    ? ""
                    : Locale.forLanguageTag(code)
                            .getDisplayLanguage(seat.texts().locale());
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
