// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Hint;
import baton.console.Link;
import java.text.BreakIterator;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/**
 * A message's text: markup, links, emoji in colour, and marking by mouse (drag, double click a word, triple a line) and keyboard
 * (Shift+arrows, with the shortcut key by words, shortcut+A). Only the view breaks long words. Screen's thread only.
 */
final class SelectableText extends Region {
    private final TextFlow flow = new TextFlow();
    private final Path marks = new Path();
    private final ShownText text;
    private final Selection selection;
    private final Desk desk;
    private Stretch pressed = new Stretch(0, 0);
    private Stretch marked = new Stretch(0, 0);
    private int anchor;
    private int caret;

    SelectableText(String characters, Desk desk, Selection selection) {
        this.desk = desk;
        this.selection = selection;
        this.text = new ShownText(characters, desk.emoji(), this::act);
        getStyleClass().add("message-text");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(characters);
        flow.getChildren().setAll(text.nodes());
        flow.setTextAlignment(Direction.isRightToLeft(characters) ? TextAlignment.RIGHT : TextAlignment.LEFT);
        marks.getStyleClass().add("marked");
        marks.setManaged(false);
        marks.setMouseTransparent(true);
        getChildren().setAll(marks, flow);
        setCursor(Cursor.TEXT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What is marked, with emoji as characters. */
    String marked() {
        return text.characters(marked);
    }

    void unmark() {
        mark(new Stretch(caret, caret));
    }

    void markAll() {
        anchor = 0;
        caret = text.shown().length();
        mark(new Stretch(anchor, caret));
    }

    /** The flow itself, for tests that click into it. */
    TextFlow flow() {
        return flow;
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || (event.isShiftDown() && !hasFocus())) {
            return;
        }
        int at = place(event);
        requestFocus();
        if (event.isShiftDown()) {
            extendTo(at);
        } else {
            begin(at, event.getClickCount());
        }
        event.consume();
    }

    private boolean hasFocus() {
        return getScene() != null && getScene().getFocusOwner() == this;
    }

    private void begin(int at, int clicks) {
        String shown = text.shown();
        pressed = switch (clicks) {
            case 1 -> new Stretch(at, at);
            case 2 -> Stretch.word(shown, at);
            default -> Stretch.line(shown, at);
        };
        anchor = pressed.from();
        caret = pressed.to();
        mark(pressed);
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && hasFocus()) {
            int at = place(event);
            boolean isByWord = !pressed.isEmpty();
            caret = at;
            mark(isByWord ? pressed.joined(Stretch.word(text.shown(), at)) : Stretch.between(anchor, at));
            event.consume();
        }
    }

    private int place(MouseEvent event) {
        Point2D inside = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        HitInfo hit = flow.getHitInfo(inside);
        return Math.clamp(hit.getInsertionIndex(), 0, text.shown().length());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            markAll();
            event.consume();
        } else if (event.isShiftDown() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            extendTo(next(event.getCode() == KeyCode.RIGHT, event.isShortcutDown()));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !marked.isEmpty()) {
            unmark();
            event.consume();
        }
    }

    private int next(boolean isForward, boolean isByWord) {
        String shown = text.shown();
        var steps =
                isByWord ? BreakIterator.getWordInstance(Locale.ROOT) : BreakIterator.getCharacterInstance(Locale.ROOT);
        steps.setText(shown);
        int found = isForward ? steps.following(Math.min(caret, shown.length() - 1)) : steps.preceding(caret);
        return Math.clamp(found, 0, shown.length());
    }

    private void extendTo(int at) {
        caret = at;
        mark(Stretch.between(anchor, at));
    }

    private void mark(Stretch next) {
        marked = next;
        if (!next.isEmpty()) {
            selection.take(this);
        }
        drawMarks();
    }

    private void drawMarks() {
        marks.getElements().setAll(flow.getRangeShape(marked.from(), marked.to(), true));
        marks.setVisible(!marked.isEmpty());
    }

    private void act(Text link, Link target) {
        link.setCursor(Cursor.HAND);
        Hint.over(link, () -> target.host().isEmpty() ? target.address().toString() : target.host());
        link.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && marked.isEmpty()) {
                desk.actions().open(target.address());
                event.consume();
            }
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(flow.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(flow.prefHeight(width));
    }

    /** It is never cut: what it needs is the least it takes. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        drawMarks();
    }
}
