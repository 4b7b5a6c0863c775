// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Hint;
import baton.console.Icons;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.Themes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A phone beside the desk: whose it is, what it shows, and a line to write as its owner. */
public final class PhoneView extends VBox {
    private final Seat seat;
    private final PhoneModel model;
    private final NewCustomer newcomer;
    private final Label typing = new Label();
    private final TextField words = new TextField();
    private final Map<Handset, String> unsent = new HashMap<>();

    public PhoneView(Seat seat, PhoneModel model) {
        this.seat = seat;
        this.model = model;
        this.newcomer = new NewCustomer(seat, model, this::write);
        setId("phone");
        getStyleClass().add("phone-pane");
        getStylesheets().add(Themes.sheet(PhoneView.class, "phone.css"));
        getChildren().setAll(head(), newcomer, device());
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(model.openProperty());
        Subscriptions.whileShowing(this, this::follow);
    }

    /** Puts the focus where one writes as the customer. */
    public void write() {
        words.requestFocus();
    }

    private Subscription follow() {
        return model.chosenProperty()
                .subscribe(this::changeHands)
                .and(model.screenProperty().subscribe(screen -> typing.setVisible(screen.typing())));
    }

    private HBox head() {
        OwnerPicker owner = new OwnerPicker(seat, model);
        HBox.setHgrow(owner, Priority.ALWAYS);
        Button another = button("phone-new", Icons.NEW_PERSON, "phone.new");
        another.setOnAction(_ -> newcomer.open(!newcomer.isVisible()));
        HBox head = new HBox(owner, another);
        head.getStyleClass().add("head");
        return head;
    }

    private VBox device() {
        PhoneThread thread = new PhoneThread(seat, model);
        VBox.setVgrow(thread, Priority.ALWAYS);
        VBox device = new VBox(top(), thread, bottom());
        device.getStyleClass().add("device");
        VBox.setVgrow(device, Priority.ALWAYS);
        return device;
    }

    private HBox top() {
        Label shop = new Label();
        shop.textProperty().bind(seat.texts().live("phone.shop"));
        shop.getStyleClass().add("strong");
        typing.setId("phone-typing");
        typing.textProperty().bind(seat.texts().live("phone.typing"));
        typing.getStyleClass().add("typing");
        StackPane face = new StackPane(Icons.SHOP.icon());
        face.getStyleClass().add("face");
        HBox top = new HBox(face, new VBox(shop, typing));
        top.getStyleClass().add("top");
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private HBox bottom() {
        words.setId("phone-text");
        words.promptTextProperty().bind(seat.texts().live("phone.write"));
        words.accessibleTextProperty().bind(seat.texts().live("phone.write"));
        words.setOnAction(_ -> say());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button send = button("phone-send", Icons.SEND, "phone.send");
        send.disableProperty().bind(words.textProperty().map(String::isBlank));
        send.setOnAction(_ -> say());
        HBox bottom = new HBox(samples(), words, send);
        bottom.getStyleClass().add("bottom");
        bottom.setAlignment(Pos.CENTER);
        return bottom;
    }

    private MenuButton samples() {
        MenuButton samples = new MenuButton("", Icons.ATTACH.icon());
        samples.setId("phone-samples");
        samples.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        samples.accessibleTextProperty().bind(seat.texts().live("phone.samples"));
        Hint.over(samples);
        for (Handsets.Sample sample : Handsets.Sample.values()) {
            MenuItem item = new MenuItem("", icon(sample).icon());
            item.textProperty().bind(seat.texts().live("phone.sample." + sample));
            item.setOnAction(_ -> model.send(sample));
            samples.getItems().add(item);
        }
        return samples;
    }

    private static Icons icon(Handsets.Sample sample) {
        return switch (sample) {
            case IMAGE -> Icons.IMAGE;
            case AUDIO -> Icons.VOICE;
            case LOCATION -> Icons.PLACE;
            case DOCUMENT -> Icons.DOCUMENT;
        };
    }

    private Button button(String id, Icons icon, String key) {
        Button button = new Button("", icon.icon());
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty().bind(seat.texts().live(key));
        Hint.over(button);
        return button;
    }

    /** What is half written stays with the phone it was written on. */
    private void changeHands(Optional<Handset> was, Optional<Handset> now) {
        was.ifPresent(left -> unsent.put(left, words.getText()));
        words.setText(now.map(taken -> unsent.getOrDefault(taken, "")).orElse(""));
    }

    private void say() {
        String text = words.getText();
        CompletableFuture<Void> _ = model.say(text).thenAccept(isSent -> {
            if (isSent && words.getText().equals(text)) {
                words.clear();
            }
        });
    }
}
