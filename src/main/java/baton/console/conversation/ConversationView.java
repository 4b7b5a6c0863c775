// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.Themes;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The middle of the window: header, bubbles and composer of the open conversation, or what to do when none is open. */
public final class ConversationView extends StackPane {
    private static final double EDGE = 16;
    private static final double GAP = 4;
    private static final double SWITCH = 32;
    private static final int NONE = -1;

    private final Seat seat;
    private final ConversationModel model;
    private final TranscriptModel transcript;
    private final BubbleFlow flow;
    private final ComposerView composer;
    private final VBox whole;
    private final VBox nothing;
    private int opening = NONE;

    /** The models of one desk that this view shows, and what resolving does. */
    public record Parts(
            ConversationModel conversation,
            TranscriptModel transcript,
            ComposerModel composer,
            UndoModel undo,
            Runnable resolve) {}

    public ConversationView(Seat seat, Desk desk, Parts parts) {
        this.seat = seat;
        this.model = parts.conversation();
        this.transcript = parts.transcript();
        this.flow = new BubbleFlow(desk);
        this.composer = new ComposerView(seat, model, parts.composer());
        this.whole = new VBox(new HeaderView(seat, model, parts.resolve()), flow, composer);
        this.nothing = nothing();
        VBox.setVgrow(flow, Priority.ALWAYS);
        getStyleClass().add("conversation");
        getStylesheets().add(Themes.sheet(ConversationView.class, "desk.css"));
        UndoBar undo = new UndoBar(seat, parts.undo());
        StackPane.setAlignment(undo, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(undo, new Insets(0, EDGE, EDGE, EDGE));
        undo.translateYProperty().bind(composer.paperHeightProperty().add(GAP).negate());
        getChildren().setAll(nothing, undo, picker());
        flow.setId("bubbles");
        flow.setOnOlder(transcript::older);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.touched());
        addEventFilter(ScrollEvent.SCROLL, _ -> model.touched());
        Subscriptions.whileShowing(this, this::follow);
    }

    /** Puts header, bubbles and composer into the window, under what floats over them, if they are not there yet: styling them takes a while. */
    public void prepare() {
        if (!getChildren().contains(whole)) {
            getChildren().add(1, whole);
        }
    }

    public ComposerView composer() {
        return composer;
    }

    public BubbleFlow flow() {
        return flow;
    }

    /** Above the switch of reply and note, from where it is opened. */
    private EmojiPicker picker() {
        EmojiPicker picker = composer.picker();
        StackPane.setAlignment(picker, Pos.BOTTOM_LEFT);
        StackPane.setMargin(picker, new Insets(EDGE, EDGE, EDGE + SWITCH, EDGE));
        picker.translateYProperty().bind(composer.paperHeightProperty().add(GAP).negate());
        return picker;
    }

    private VBox nothing() {
        Label title = new Label();
        title.getStyleClass().add("heading");
        title.textProperty().bind(seat.texts().live("conversation.none"));
        Label how = new Label();
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.textProperty().bind(seat.texts().live("conversation.none-how"));
        VBox box = new VBox(Icons.INBOX.icon(40), title, how);
        box.setId("conversation-none");
        box.getStyleClass().add("nothing-open");
        return box;
    }

    private Subscription follow() {
        return model.rowProperty()
                .subscribe(row -> {
                    row.ifPresent(_ -> prepare());
                    Lines.show(whole, row.isPresent());
                    Lines.show(nothing, row.isEmpty());
                })
                .and(transcript.shownProperty().subscribe(shown -> shown.ifPresentOrElse(this::draw, this::blank)));
    }

    /** Nothing may stand under a name that it does not belong to. */
    private void blank() {
        if (opening != NONE) {
            opening = NONE;
            flow.open(List.of(), Optional.empty());
        }
    }

    private void draw(Transcript shown) {
        if (shown.opening() == opening) {
            flow.update(shown.rows());
        } else {
            opening = shown.opening();
            flow.open(shown.rows(), shown.unread());
        }
    }
}
