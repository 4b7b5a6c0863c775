// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Keys;
import baton.domain.MessageId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Keys and clicks of the conversation: arrows go from row to row, with Shift they mark rows, as Shift+click does; pages, ends, copy,
 * and the menu of a row by Enter or the right button. Screen's thread only.
 */
final class FlowKeys {
    private static final double PAGE = 0.9;

    private final BubbleFlow flow;
    private final MarkedRows marked;
    private final Selection selection;
    private final Desk desk;

    FlowKeys(BubbleFlow flow, MarkedRows marked, Selection selection, Desk desk) {
        this.flow = flow;
        this.marked = marked;
        this.selection = selection;
        this.desk = desk;
    }

    void listen() {
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        flow.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private void key(KeyEvent event) {
        boolean isDone = Keys.COPY.match(event) ? copy() : Keys.SELECT_ALL.match(event) ? markAll() : move(event);
        if (isDone) {
            event.consume();
        }
    }

    private boolean move(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case UP -> step(-1, event.isShiftDown());
            case DOWN -> step(1, event.isShiftDown());
            case PAGE_UP -> flow.scrollBy(-flow.getHeight() * PAGE);
            case PAGE_DOWN, SPACE -> flow.scrollBy(flow.getHeight() * PAGE);
            case HOME -> end(true);
            case END -> end(false);
            case ENTER -> {
                return openMenu();
            }
            case ESCAPE -> {
                return clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(int by, boolean isMarking) {
        List<BubbleRow> rows = flow.rows();
        if (rows.isEmpty()) {
            return;
        }
        int at = marked.current().map(this::place).orElse(-1);
        int next = at < 0 ? lastInView() : Math.clamp((long) at + by, 0, rows.size() - 1);
        MessageId id = rows.get(next).id();
        if (isMarking) {
            marked.extendTo(id);
        } else {
            marked.goTo(id);
        }
        flow.reveal(id);
    }

    private int place(MessageId id) {
        List<BubbleRow> rows = flow.rows();
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).id().equals(id)) {
                return place;
            }
        }
        return -1;
    }

    /** Where the eye is: keys begin there. */
    private int lastInView() {
        Arrangement arrangement = flow.board().arrangement();
        for (int place = arrangement.placed().last();
                place >= arrangement.placed().first();
                place--) {
            if (arrangement.entries().get(place) instanceof Entry.Row row) {
                return Math.max(0, place(row.row().id()));
            }
        }
        return flow.rows().size() - 1;
    }

    private void end(boolean isFirst) {
        List<BubbleRow> rows = flow.rows();
        if (rows.isEmpty()) {
            return;
        }
        marked.goTo(isFirst ? rows.getFirst().id() : rows.getLast().id());
        if (isFirst) {
            flow.reveal(rows.getFirst().id());
        } else {
            flow.toBottom();
        }
    }

    private boolean copy() {
        String text = flow.copied();
        if (text.isEmpty()) {
            return false;
        }
        toClipboard(text);
        return true;
    }

    static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private boolean markAll() {
        marked.markAll(flow.rows());
        flow.showMarks();
        return true;
    }

    private boolean clear() {
        boolean hadMarks = !marked.isEmpty();
        marked.clear();
        selection.clear();
        flow.showMarks();
        return hadMarks;
    }

    private void press(MouseEvent event) {
        Optional<BubbleCell> cell = cell((Node) event.getTarget());
        if (cell.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        MessageId id = cell.get().entry().row().id();
        boolean isOther = marked.current().filter(id::equals).isEmpty();
        if (event.isShiftDown() && isOther && marked.current().isPresent()) {
            selection.clear();
            marked.extendTo(id);
            flow.requestFocus();
            event.consume();
        } else {
            marked.goTo(id);
            if (!(event.getTarget() instanceof Control)) {
                flow.requestFocus();
            }
        }
        flow.showMarks();
    }

    private void menu(ContextMenuEvent event) {
        cell((Node) event.getTarget()).or(this::current).ifPresent(cell -> {
            new RowMenu(cell, flow, selection, desk).show(cell, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private boolean openMenu() {
        current().ifPresent(cell -> {
            Bounds place = cell.localToScreen(cell.getLayoutBounds());
            new RowMenu(cell, flow, selection, desk).show(cell, place.getMinX() + 40, place.getCenterY());
        });
        return current().isPresent();
    }

    private Optional<BubbleCell> current() {
        return marked.current().flatMap(id -> flow.board().bubble(id));
    }

    private static Optional<BubbleCell> cell(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof BubbleCell cell) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }
}
