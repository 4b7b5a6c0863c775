// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.CustomerName;
import baton.console.Hint;
import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.sync.ConversationRow;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Where one writes: reply or note, or why one cannot. */
public final class ComposerView extends VBox {
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Seat seat;
    private final ConversationModel conversation;
    private final ComposerModel model;
    private final WritingArea area = new WritingArea();
    private final ToggleButton reply = new ToggleButton();
    private final ToggleButton note = new ToggleButton();
    private final Label hint = new Label();
    private final Label count = new Label();
    private final ToggleButton emoji = new ToggleButton("", Icons.EMOJI.icon());
    private final EmojiPicker picker;
    private final Button send = new Button("", Icons.SEND.icon());
    private final VBox paper = new VBox();
    private final InPlace instead;
    private boolean isWanted;

    ComposerView(Seat seat, ConversationModel conversation, ComposerModel model) {
        this.seat = seat;
        this.conversation = conversation;
        this.model = model;
        this.instead = new InPlace(seat, conversation, model);
        this.picker = new EmojiPicker(seat, model.emoji(), this::insert);
        build();
        Subscriptions.whileShowing(this, this::follow);
    }

    /** Puts the cursor where one writes. */
    public void write() {
        isWanted = true;
        settleFocus();
    }

    /** A box that is not there yet gets the cursor when it comes. */
    private void settleFocus() {
        if (isWanted && model.boxProperty().get().isWriting()) {
            isWanted = false;
            area.requestFocus();
            area.end();
        }
    }

    private void send() {
        CompletableFuture<Boolean> _ = model.send();
    }

    /** Stands at the caret, in place of what is marked; the cursor goes on behind it. */
    private void insert(String characters) {
        area.requestFocus();
        if (!characters.isEmpty()) {
            area.replaceSelection(characters);
        }
    }

    /** Lies over the conversation while one picks an emoji. */
    EmojiPicker picker() {
        return picker;
    }

    /** How high the box is in which one writes. */
    ReadOnlyDoubleProperty paperHeightProperty() {
        return paper.heightProperty();
    }

    private void build() {
        getStyleClass().add("composer");
        area.setId("composer-text");
        area.textProperty().bindBidirectional(model.textProperty());
        area.setOnSend(this::send);
        send.setId("composer-send");
        send.getStyleClass().addAll("accent", "small");
        send.setMinWidth(0);
        send.accessibleHelpProperty().bind(seat.texts().live("composer.send.tip"));
        Hint.over(send, send::getAccessibleHelp);
        send.setOnAction(_ -> {
            send();
            area.requestFocus();
        });
        hint.getStyleClass().addAll("muted", "text-small");
        hint.setMinWidth(0);
        count.setId("composer-count");
        count.getStyleClass().addAll("count", "text-small", "figures");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(hint, Lines.gap(), count, send);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        paper.getStyleClass().add("paper");
        paper.getChildren().setAll(area, instead, foot);
        getChildren().setAll(new ComposerLines(seat, conversation, model), switcher(), paper);
    }

    private HBox switcher() {
        ToggleGroup group = new ToggleGroup();
        kind(reply, "reply", group);
        kind(note, "note", group);
        note.selectedProperty().bindBidirectional(model.noteProperty());
        reply.setOnAction(_ -> turn(false));
        note.setOnAction(_ -> turn(true));
        buildEmoji();
        HBox switcher = new HBox(reply, note, emoji);
        switcher.getStyleClass().add("switcher");
        return switcher;
    }

    /** Pressed, it leaves the focus where it is: the picker lives as long as it has it. */
    private void buildEmoji() {
        emoji.setId("composer-emoji");
        emoji.getStyleClass().addAll("small", "kind", "emoji-button");
        emoji.setFocusTraversable(false);
        emoji.selectedProperty().bindBidirectional(model.emoji().openProperty());
        emoji.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            emoji.fire();
        });
        emoji.accessibleTextProperty().bind(seat.texts().live("emoji.tip"));
        Hint.over(emoji);
    }

    private void kind(ToggleButton button, String id, ToggleGroup group) {
        button.setId("composer-" + id);
        button.setToggleGroup(group);
        button.getStyleClass().addAll("small", "kind");
        button.textProperty().bind(seat.texts().live("composer." + id));
        button.accessibleTextProperty().bind(seat.texts().live("composer." + id + ".tip"));
        Hint.over(button);
    }

    private void turn(boolean isNote) {
        model.noteProperty().set(isNote);
        reply.setSelected(!isNote);
        note.setSelected(isNote);
        area.requestFocus();
    }

    private Subscription follow() {
        return model.boxProperty()
                .subscribe(_ -> draw())
                .and(model.textProperty().subscribe(_ -> changed()))
                .and(conversation
                        .rowProperty()
                        .map(row -> row.map(ConversationRow::id))
                        .subscribe((_, _) -> isWanted = false))
                .and(conversation.standingProperty().subscribe(_ -> draw()))
                .and(model.noteProperty().subscribe(isNote -> reply.setSelected(!isNote)))
                .and(seat.texts().languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        Box box = model.boxProperty().get();
        pseudoClassStateChanged(NOTE, model.noteProperty().get());
        Lines.show(area, box.isWriting());
        Lines.show(send, box.isWriting());
        Lines.show(hint, box.isWriting());
        Lines.show(emoji, box.isWriting());
        area.setPromptText(seat.texts().say(box == Box.NOTE ? "composer.note.prompt" : "composer.reply.prompt"));
        area.setAccessibleText(area.getPromptText());
        hint.setText(hint(box));
        send.setText(
                box == Box.NOTE
                        ? seat.texts().say("composer.save-note")
                        : seat.texts().say("composer.send", recipient()));
        send.setGraphic((box == Box.NOTE ? Icons.NOTE : Icons.SEND).icon());
        send.setAccessibleText(send.getText());
        measure();
        settleFocus();
    }

    private String hint(Box box) {
        if (box == Box.NOTE) {
            return seat.texts().say("composer.note.hint");
        }
        return conversation.standingProperty().get() instanceof Standing.Mine mine
                ? mine.window()
                        .map(left ->
                                seat.texts().say("composer.free", seat.times().length(left)))
                        .orElse("")
                : "";
    }

    /** Whoever writes goes on behind a text that came by itself. */
    private void changed() {
        if (model.isFilling()) {
            area.end();
        }
        measure();
    }

    private void measure() {
        Lines.show(count, model.boxProperty().get().isWriting() && model.length() > model.limit() / 2);
        count.setText(seat.times().number(model.length()) + " / " + seat.times().number(model.limit()));
        count.pseudoClassStateChanged(OVER, model.length() > model.limit());
        send.setDisable(!model.canSend());
    }

    private String recipient() {
        return conversation
                .rowProperty()
                .get()
                .map(row -> CustomerName.of(row.customer()))
                .orElse("");
    }
}
