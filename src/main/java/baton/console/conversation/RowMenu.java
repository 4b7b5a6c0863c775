// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Link;
import baton.domain.Sending;
import baton.domain.SendingState;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with one row, by mouse or by Enter: copy, open its links, go to what it answers, see its history. */
final class RowMenu extends ContextMenu {
    private final BubbleRow row;
    private final Desk desk;

    RowMenu(BubbleCell cell, BubbleFlow flow, Selection selection, Desk desk) {
        this.row = cell.entry().row();
        this.desk = desk;
        var wording = new Wording(desk);
        row.message().sending().map(Sending::state).ifPresent(this::addWayOut);
        selection.copied().ifPresent(text -> add("menu.copy-marked", Icons.COPY, () -> FlowKeys.toClipboard(text)));
        add("menu.copy", Icons.COPY, () -> FlowKeys.toClipboard(text()));
        add("menu.copy-line", Icons.COPY, () -> FlowKeys.toClipboard(wording.copied(row)));
        addLinks();
        row.quote()
                .flatMap(BubbleRow.QuotedLine::source)
                .ifPresent(source -> add("menu.quoted", Icons.REPLY, () -> flow.jumpTo(source.id())));
        if (row.isDeleted() || !row.message().marks().edits().isEmpty()) {
            add("menu.history", Icons.HISTORY, () -> cell.meta().showHistory(cell));
        }
    }

    /** What the buttons under a failed message do, for who goes by keys. */
    private void addWayOut(SendingState state) {
        if (state == SendingState.FAILED) {
            add("outcome.retry", Icons.RETRY, () -> desk.actions().retry(row.id()));
        } else if (state == SendingState.WITHHELD) {
            add("outcome.take-back", Icons.EDIT, () -> desk.actions().takeBack(row.id()));
        }
    }

    /** A deleted message gives no words away by a copy; its history does, when asked. */
    private String text() {
        String words = row.isDeleted() ? "" : row.message().content().words();
        return words.isEmpty() ? new Wording(desk).copied(row) : words;
    }

    private void addLinks() {
        if (row.isDeleted()) {
            return;
        }
        for (Link.Found found : Link.in(row.message().content().words())) {
            Link link = found.link();
            String shown = link.host().isEmpty() ? link.address().getSchemeSpecificPart() : link.host();
            add("bubble.open", Icons.OUTSIDE, () -> desk.actions().open(link.address()), shown);
        }
    }

    private void add(String key, Icons icon, Runnable act, Object... facts) {
        var item = new MenuItem(desk.texts().say(key, facts), icon.icon());
        item.setOnAction(_ -> act.run());
        getItems().add(item);
    }
}
