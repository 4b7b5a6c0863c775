// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.domain.MessageId;
import baton.domain.Sending;
import baton.domain.Settlement;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What became of a message that did not simply arrive: a sentence a person can act on, and the action as a button. */
final class OutcomeBox extends VBox {
    private static final double WRAP = 480;

    private OutcomeBox(String kind, Icons icon, String sentence, Button... actions) {
        getStyleClass().addAll("outcome", "outcome-" + kind);
        var words = Parts.label(sentence, "text-small");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon.icon(Icons.CONTROL), words);
        line.getStyleClass().add("outcome-line");
        getChildren().add(line);
        if (actions.length > 0) {
            var buttons = new FlowPane(actions);
            buttons.getStyleClass().add("bubble-buttons");
            buttons.setPrefWrapLength(WRAP);
            getChildren().add(buttons);
        }
    }

    /** The box for this state; empty where a tick says it all. */
    static Optional<Node> of(MessageId message, Sending sending, Desk desk) {
        return switch (sending.state()) {
            case FAILED -> Optional.of(failed(message, sending, desk));
            case UNCERTAIN -> Optional.of(uncertain(message, desk));
            case WITHHELD -> Optional.of(withheld(message, sending, desk));
            case WITHDRAWN ->
                Optional.of(new OutcomeBox("quiet", Icons.UNDO, desk.texts().say("outcome.withdrawn")));
            case QUEUED -> sending.failure().map(_ -> postponed(sending, desk));
            case SENDING, ACCEPTED, SENT, DELIVERED, READ, PLAYED -> Optional.empty();
        };
    }

    private static Node failed(MessageId message, Sending sending, Desk desk) {
        String why = sending.failure()
                .map(new Wording(desk)::failure)
                .orElseGet(() -> desk.texts().say("outcome.given-up"));
        return new OutcomeBox(
                "failure",
                Icons.ERROR,
                why,
                button(
                        "retry",
                        message,
                        desk.texts().say("outcome.retry"),
                        Icons.RETRY,
                        () -> desk.actions().retry(message)));
    }

    private static Node uncertain(MessageId message, Desk desk) {
        return new OutcomeBox(
                "uncertain",
                Icons.UNCERTAIN,
                desk.texts().say("outcome.uncertain"),
                settle("arrived", message, Settlement.WENT_OUT, Icons.TICK, desk),
                settle("again", message, Settlement.SEND_AGAIN, Icons.RETRY, desk),
                settle("give-up", message, Settlement.GIVE_UP, Icons.CLOSE, desk));
    }

    private static Button settle(String id, MessageId message, Settlement decision, Icons icon, Desk desk) {
        return button(
                id,
                message,
                desk.texts().say("settle." + decision.name()),
                icon,
                () -> desk.actions().settle(message, decision));
    }

    private static Node withheld(MessageId message, Sending sending, Desk desk) {
        String why = sending.withheld()
                .map(new Wording(desk)::withheld)
                .orElseGet(() -> desk.texts().say("withheld.other"));
        return new OutcomeBox(
                "uncertain",
                Icons.LOCK,
                desk.texts().say("outcome.withheld", why),
                button(
                        "take-back",
                        message,
                        desk.texts().say("outcome.take-back"),
                        Icons.EDIT,
                        () -> desk.actions().takeBack(message)));
    }

    private static Node postponed(Sending sending, Desk desk) {
        return new OutcomeBox(
                "quiet",
                Icons.CLOCK,
                desk.texts().say("outcome.postponed", desk.times().clock(sending.dueAt())));
    }

    private static Button button(String id, MessageId message, String text, Icons icon, Runnable act) {
        Button button = Parts.button(text, icon, act);
        button.setId(id + "-" + message);
        return button;
    }
}
