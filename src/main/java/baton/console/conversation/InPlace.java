// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What stands in place of the writing area when nothing can be written: why, what can be done, and the text that is kept. */
final class InPlace extends VBox {
    private final Seat seat;
    private final ConversationModel conversation;
    private final ComposerModel model;
    private final Label why = new Label();
    private final Label kept = new Label();
    private final Button claim = new Button("", Icons.HOLD.icon());
    private final Button reopen = new Button("", Icons.UNDO.icon());

    InPlace(Seat seat, ConversationModel conversation, ComposerModel model) {
        this.seat = seat;
        this.conversation = conversation;
        this.model = model;
        setId("composer-instead");
        getStyleClass().add("in-place");
        why.setId("composer-why");
        why.setWrapText(true);
        why.setMinWidth(0);
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        kept.setId("composer-kept");
        kept.getStyleClass().addAll("muted", "text-small");
        act(claim, "claim", conversation::claim);
        act(reopen, "reopen", conversation::reopen);
        HBox line = new HBox(why, claim, reopen);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, kept);
        Subscriptions.whileShowing(this, this::follow);
    }

    private void act(Button button, String id, Runnable act) {
        button.setId("composer-" + id);
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(seat.texts().live("instead." + id));
        button.accessibleTextProperty().bind(seat.texts().live("instead." + id));
        button.setOnAction(_ -> act.run());
    }

    private Subscription follow() {
        return model.boxProperty()
                .subscribe(_ -> draw())
                .and(conversation.standingProperty().subscribe(_ -> draw()))
                .and(model.textProperty().subscribe(_ -> draw()))
                .and(seat.texts().languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        Box box = model.boxProperty().get();
        Lines.show(this, !box.isWriting());
        Lines.show(claim, box == Box.FREE);
        Lines.show(reopen, box == Box.RESOLVED);
        why.setText(why(box));
        String text = model.textProperty().get().strip().replace('\n', ' ');
        kept.setText(text.isEmpty() ? "" : seat.texts().say("instead.kept", text));
        Lines.show(kept, !text.isEmpty());
    }

    private String why(Box box) {
        return switch (box) {
            case NOTHING, REPLY, NOTE -> "";
            case FREE -> seat.texts().say("instead.free");
            case CLOSED -> seat.texts().say("instead.closed");
            case RESOLVED -> seat.texts().say("instead.resolved");
            case LOOKING -> seat.texts().say("instead.looking");
            case OTHER ->
                conversation.standingProperty().get() instanceof Standing.Other other
                        ? seat.texts()
                                .say(
                                        "instead.other",
                                        other.holder(),
                                        seat.times().countdown(other.left()))
                        : "";
        };
    }
}
