// SPDX-License-Identifier: Apache-2.0
package baton.console.signin;

import baton.console.Icons;
import baton.console.Language;
import baton.console.Lines;
import baton.console.Subscriptions;
import baton.console.Texts;
import baton.console.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The first screen: three fields, and a sentence in place when it does not work. */
public final class SignInView extends StackPane {
    private final Texts texts;
    private final SignInModel model;
    private final Label trouble = new Label("", Icons.ERROR.icon());
    private final Label fingerprint = new Label();
    private final Button trust = new Button();
    private final Button again = new Button();
    private final Button go = new Button();
    private final VBox card = new VBox();
    private final List<TextField> fields = new ArrayList<>();

    public SignInView(Texts texts, SignInModel model) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("sign-in");
        getStylesheets().add(Themes.sheet(SignInView.class, "signin.css"));
        build();
        Subscriptions.whileShowing(this, this::follow);
    }

    private void build() {
        Label title = new Label();
        title.getStyleClass().add("heading-large");
        title.textProperty().bind(texts.live("signin.title"));
        Label how = new Label();
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.textProperty().bind(texts.live("signin.how"));
        CheckBox remember = new CheckBox();
        remember.setId("signin-remember");
        remember.textProperty().bind(texts.live("signin.remember"));
        remember.selectedProperty().bindBidirectional(model.rememberProperty());
        go.setId("signin-go");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setMaxWidth(Double.MAX_VALUE);
        go.setOnAction(_ -> model.signIn());
        trouble.setId("signin-trouble");
        trouble.getStyleClass().addAll("notice", "failure");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.setMaxWidth(Double.MAX_VALUE);
        fingerprint.setId("signin-fingerprint");
        fingerprint.setWrapText(true);
        fingerprint.getStyleClass().addAll("mono", "text-small");
        trust.setId("signin-trust");
        trust.textProperty().bind(texts.live("signin.trust"));
        trust.setOnAction(_ -> model.trust());
        again.setId("signin-again");
        again.textProperty().bind(texts.live("signin.again"));
        again.setMaxWidth(Double.MAX_VALUE);
        again.setOnAction(_ -> model.openAgain());
        card.getStyleClass().add("card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.getChildren()
                .setAll(
                        title,
                        how,
                        field("address", new TextField(), model.addressProperty()),
                        field("name", new TextField(), model.nameProperty()),
                        field("password", new PasswordField(), model.passwordProperty()),
                        remember,
                        trouble,
                        fingerprint,
                        trust,
                        again,
                        go);
        Button language = language();
        StackPane.setAlignment(language, Pos.TOP_RIGHT);
        getChildren().setAll(card, language);
    }

    private Button language() {
        Button language = new Button("", Icons.LANGUAGE.icon());
        language.setId("signin-language");
        language.getStyleClass().add("flat");
        language.textProperty().bind(texts.live("signin.language"));
        language.setOnAction(_ ->
                texts.speak(texts.languageProperty().get() == Language.ENGLISH ? Language.KOREAN : Language.ENGLISH));
        return language;
    }

    private VBox field(String id, TextField field, StringProperty text) {
        Label label = new Label();
        label.getStyleClass().add("text-small");
        label.textProperty().bind(texts.live("signin." + id));
        field.setId("signin-" + id);
        fields.add(field);
        field.accessibleTextProperty().bind(label.textProperty());
        field.promptTextProperty().bind(texts.live("signin." + id + ".prompt"));
        field.textProperty().bindBidirectional(text);
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("field");
        return box;
    }

    /** Where the first thing is missing, one begins to type. */
    public void begin() {
        fields.stream().filter(field -> field.getText().isBlank()).findFirst().ifPresent(Node::requestFocus);
    }

    private Subscription follow() {
        return model.troubleProperty()
                .subscribe(_ -> draw())
                .and(model.certificateProperty().subscribe(_ -> draw()))
                .and(model.lockedProperty().subscribe(_ -> draw()))
                .and(model.busyProperty().subscribe(_ -> draw()))
                .and(texts.languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        Optional<String> words = model.troubleProperty().get().map(sentence -> sentence.in(texts));
        trouble.setText(words.orElse(""));
        Lines.show(trouble, words.isPresent());
        Optional<String> shown = model.certificateProperty().get();
        fingerprint.setText(shown.orElse(""));
        Lines.show(fingerprint, shown.isPresent());
        Lines.show(trust, shown.isPresent());
        Lines.show(again, model.lockedProperty().get().isPresent());
        go.setText(texts.say(model.busyProperty().get() ? "signin.busy" : "signin.go"));
        go.setDisable(model.busyProperty().get());
    }
}
