// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.sync.Returned;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The lines above the writing area: what went wrong, what came back, that the hold is about to end. */
final class ComposerLines extends VBox {
    private static final Duration WARNING = Duration.ofSeconds(30);

    private final Seat seat;
    private final ConversationModel conversation;
    private final ComposerModel model;
    private final Label trouble = new Label("", Icons.ERROR.icon());
    private final Label ending = new Label("", Icons.CLOCK.icon());
    private final Button keep = new Button();
    private final HBox warning;
    private final VBox returned = new VBox();

    ComposerLines(Seat seat, ConversationModel conversation, ComposerModel model) {
        this.seat = seat;
        this.conversation = conversation;
        this.model = model;
        getStyleClass().add("composer-lines");
        trouble.setId("composer-trouble");
        trouble.getStyleClass().addAll("notice", "failure");
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        keep.setId("hold-keep");
        keep.getStyleClass().add("small");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(_ -> conversation.keep());
        ending.setMinWidth(0);
        ending.getStyleClass().add("figures");
        warning = notice(ending, keep);
        warning.setId("hold-warning");
        getChildren().setAll(warning, returned, trouble);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return conversation
                .standingProperty()
                .subscribe(_ -> warn())
                .and(conversation.troubleProperty().subscribe(_ -> complain()))
                .and(model.troubleProperty().subscribe(_ -> complain()))
                .and(model.returnedProperty().subscribe(_ -> list()))
                .and(seat.texts().languageProperty().subscribe(_ -> {
                    warn();
                    complain();
                    list();
                }));
    }

    private void complain() {
        Optional<String> words = Stream.of(model.troubleProperty(), conversation.troubleProperty())
                .flatMap(each -> each.get().stream())
                .map(sentence -> sentence.in(seat.texts()))
                .findFirst();
        trouble.setText(words.orElse(""));
        Lines.show(trouble, words.isPresent());
    }

    private void warn() {
        Optional<Standing.Mine> last = Optional.of(
                        conversation.standingProperty().get())
                .filter(Standing.Mine.class::isInstance)
                .map(Standing.Mine.class::cast)
                .filter(mine -> mine.left().compareTo(WARNING) <= 0);
        last.ifPresent(mine ->
                ending.setText(seat.texts().say("hold.ends", seat.times().countdown(mine.left()))));
        keep.setText(seat.texts().say("hold.keep"));
        Lines.show(warning, last.isPresent());
    }

    private void list() {
        returned.getChildren()
                .setAll(model.returnedProperty().get().stream().map(this::line).toList());
        Lines.show(returned, !returned.getChildren().isEmpty());
    }

    private Node line(Returned text) {
        Label words = new Label(seat.texts().say("returned.line", text.text().replace('\n', ' ')));
        words.setMinWidth(0);
        Button back = new Button(seat.texts().say("returned.put-back"));
        back.getStyleClass().add("small");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.putBack(text));
        Button forget = new Button("", Icons.CLOSE.icon());
        forget.getStyleClass().addAll("small", "flat", "button-icon");
        forget.setAccessibleText(seat.texts().say("returned.forget"));
        forget.setOnAction(_ -> model.forget(text));
        return notice(words, back, forget);
    }

    private static HBox notice(Label words, Node... buttons) {
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(words);
        line.getChildren().addAll(buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("notice", "uncertain");
        return line;
    }
}
