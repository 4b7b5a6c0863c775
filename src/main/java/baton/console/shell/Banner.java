// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.sync.LinkState;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The line at the top while the hub cannot be reached or nobody is signed in: since when, what still works, what to do. */
final class Banner extends HBox {
    private final Seat seat;
    private final LinkModel model;
    private final Label words = new Label("", Icons.OFFLINE.icon());
    private final Button again = new Button();
    private final PasswordField password = new PasswordField();
    private final Button signIn = new Button();

    Banner(Seat seat, LinkModel model) {
        this.seat = seat;
        this.model = model;
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("banner-words");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        again.setId("banner-again");
        again.getStyleClass().add("small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.textProperty().bind(seat.texts().live("banner.again"));
        again.setOnAction(_ -> model.tryNow());
        password.setId("banner-password");
        password.promptTextProperty().bind(seat.texts().live("signin.password"));
        password.accessibleTextProperty().bind(seat.texts().live("signin.password"));
        password.setOnAction(_ -> signIn());
        signIn.setId("banner-sign-in");
        signIn.getStyleClass().addAll("accent", "small");
        signIn.setMinWidth(Region.USE_PREF_SIZE);
        signIn.textProperty().bind(seat.texts().live("signin.go"));
        signIn.setOnAction(_ -> signIn());
        Subscriptions.whileShowing(this, this::follow);
    }

    private void signIn() {
        if (!password.getText().isBlank()) {
            model.signIn(password.getText());
            password.clear();
        }
    }

    private Subscription follow() {
        return model.stateProperty()
                .subscribe(_ -> draw())
                .and(model.outboxProperty().subscribe(_ -> draw()))
                .and(model.troubleProperty().subscribe(_ -> draw()))
                .and(seat.texts().languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        LinkState state = model.stateProperty().get();
        boolean isOut = state instanceof LinkState.SignedOut;
        boolean isTrouble = isOut || state instanceof LinkState.Offline || state instanceof LinkState.Refused;
        Lines.show(this, isTrouble);
        has(isOut ? List.of(words, password, signIn) : isTrouble ? List.of(words, again) : List.of());
        words.setText(words(state));
    }

    /** Only what is seen, since all that a window has is styled before it opens; whoever types a password meanwhile goes on. */
    private void has(List<Node> parts) {
        if (!parts.equals(getChildren())) {
            getChildren().setAll(parts);
        }
    }

    private String words(LinkState state) {
        return switch (state) {
            case LinkState.Connecting _, LinkState.Loading _, LinkState.Online _ -> "";
            case LinkState.Offline offline -> offline(offline);
            case LinkState.SignedOut out ->
                model.troubleProperty()
                        .get()
                        .map(sentence -> sentence.in(seat.texts()))
                        .orElseGet(() -> seat.texts().say("ended." + out.ended()));
            case LinkState.Refused refused -> seat.texts().say("link." + refused.why());
        };
    }

    private String offline(LinkState.Offline offline) {
        int queued = model.outboxProperty().get().queued();
        String waits = queued == 0
                ? seat.texts().say("banner.nothing-waits")
                : seat.texts().count("banner.waits.one", "banner.waits.many", queued);
        String since = seat.times().clock(offline.since());
        return seat.texts().say("trouble." + offline.trouble(), since) + " " + waits;
    }
}
