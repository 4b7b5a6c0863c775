// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import atlantafx.base.controls.Popover;
import baton.console.Hint;
import baton.console.Themes;
import baton.domain.Message;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Beside the bubble: when, whether it was changed, and how far it got. Screen's thread only. */
final class BubbleMeta extends HBox {
    private static final double HISTORY_WIDTH = 320;
    private static final double HISTORY_HEIGHT = 280;

    private final BubbleRow row;
    private final Desk desk;

    BubbleMeta(BubbleRow row, Desk desk) {
        this.row = row;
        this.desk = desk;
        getStyleClass().add("bubble-meta");
        setAlignment(Pos.CENTER_LEFT);
        changed().ifPresent(key -> getChildren().add(historyLink(desk.texts().say(key))));
        var time = new Label(desk.times().clock(row.at()));
        time.getStyleClass().addAll("figures", "time");
        Hint.over(time, () -> desk.times().full(row.at()));
        getChildren().add(time);
        row.message().sending().ifPresent(sending -> getChildren().add(new StatusMark(sending, desk)));
    }

    private Optional<String> changed() {
        if (row.isDeleted()) {
            return Optional.of("bubble.history");
        }
        return row.message().marks().edits().isEmpty() ? Optional.empty() : Optional.of("bubble.edited");
    }

    private Node historyLink(String text) {
        var link = new Hyperlink(text);
        link.setId("history-" + row.id());
        link.getStyleClass().add("history-link");
        link.setOnAction(_ -> showHistory(link));
        return link;
    }

    /** Opens beside {@code owner} what the message said before. */
    void showHistory(Node owner) {
        var popover = new Popover(history());
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.show(owner);
    }

    /** What it said, oldest first, each with the time until which it stood; the last is what stands now. */
    Node history() {
        var versions = new VBox();
        versions.getStyleClass().add("history");
        versions.getChildren().add(Parts.label(desk.texts().say("history.title"), "strong"));
        List<Message.Edit> edits = row.message().marks().edits();
        var selection = new Selection();
        for (Message.Edit edit : edits) {
            add(
                    versions,
                    desk.texts().say("history.until", desk.times().full(edit.at())),
                    row.message(),
                    edit,
                    selection);
        }
        String last = row.message()
                .marks()
                .revokedAt()
                .map(at -> desk.texts().say("history.deleted", desk.times().full(at)))
                .orElseGet(() -> desk.texts().say("history.now"));
        add(versions, last, row.message(), new Message.Edit(row.message().content(), row.at()), selection);
        var scroll = new ScrollPane(versions);
        scroll.getStylesheets().add(Themes.sheet(BubbleFlow.class, "conversation.css"));
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(HISTORY_WIDTH);
        scroll.setMaxHeight(HISTORY_HEIGHT);
        return scroll;
    }

    private void add(VBox versions, String when, Message message, Message.Edit edit, Selection selection) {
        versions.getChildren().add(Parts.label(when, "text-small", "muted"));
        var version = BubbleRow.of(
                message.withContent(edit.before()), new Names(row.author(), java.util.Map.of()), _ -> Optional.empty());
        versions.getChildren().addAll(new ContentNodes(desk, selection).of(version));
    }
}
