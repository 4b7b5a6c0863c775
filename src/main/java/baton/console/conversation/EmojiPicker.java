// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.EmojiView;
import baton.console.Hint;
import baton.console.Icons;
import baton.console.Seat;
import baton.console.Subscriptions;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * Emoji to pick from, over the conversation and above where one writes. The search field keeps the focus: arrows walk, page keys turn the
 * group, Enter takes, Esc leaves.
 */
final class EmojiPicker extends VBox {
    private static final double LINE = 36;
    private static final int LINES = 6;
    private static final int ABOVE = 2;

    private final Seat seat;
    private final EmojiModel model;
    private final Consumer<String> taken;
    private final TextField search = new TextField();
    private final ListView<List<Emoji.Known>> list;
    private final Label name = new Label();
    private final Label none = new Label();
    private final ToggleGroup groups = new ToggleGroup();
    private final Set<EmojiLine> cells = Collections.newSetFromMap(new WeakHashMap<>());

    /** {@code taken}: hears of the characters that were picked, maybe none, and puts the focus back where one writes. */
    EmojiPicker(Seat seat, EmojiModel model, Consumer<String> taken) {
        this.seat = seat;
        this.model = model;
        this.taken = taken;
        this.list = new ListView<>(model.lines());
        setId("emoji-picker");
        getStyleClass().add("emoji-picker");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false); // its shadow is not it: what lies under that can be clicked
        setVisible(false);
        Subscriptions.whileShowing(this, this::follow);
    }

    /** When it is first wanted: its pictures take a while. */
    private void build() {
        search.setId("emoji-search");
        search.promptTextProperty().bind(seat.texts().live("emoji.search"));
        search.accessibleTextProperty().bind(seat.texts().live("emoji.search"));
        search.textProperty().bindBidirectional(model.soughtProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("emoji-list");
        list.setFixedCellSize(LINE);
        list.setPrefHeight(LINE * LINES + 2);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> cell());
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        list.setPlaceholder(none);
        name.setId("emoji-name");
        name.getStyleClass().addAll("muted", "text-small");
        name.setMinWidth(0);
        HBox tabs = new HBox();
        tabs.getStyleClass().add("tabs");
        tabs.getChildren().setAll(model.groups().stream().map(this::tab).toList());
        getChildren().setAll(search, tabs, list, name);
    }

    private EmojiLine cell() {
        EmojiLine cell = new EmojiLine(seat.emoji(), model, this::take);
        cells.add(cell);
        return cell;
    }

    private Node tab(String group) {
        ToggleButton tab = new ToggleButton("", face(group));
        tab.setId("emoji-group-" + group);
        tab.getStyleClass().addAll("flat", "small", "tab");
        tab.setToggleGroup(groups);
        tab.setUserData(group);
        tab.setFocusTraversable(false);
        tab.accessibleTextProperty().bind(seat.texts().live("emoji.group." + group));
        Hint.over(tab);
        tab.setOnAction(_ -> {
            model.soughtProperty().set("");
            model.groupProperty().set(group);
            mark();
            search.requestFocus();
        });
        return tab;
    }

    private Node face(String group) {
        return model.face(group)
                .flatMap(first -> seat.emoji().picture(first.characters()))
                .<Node>map(image -> new EmojiView("", image))
                .orElseGet(() -> Icons.HISTORY.icon());
    }

    private void pressed(KeyEvent event) {
        boolean isPlain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        boolean isMine = isPlain
                && switch (event.getCode()) {
                    case RIGHT -> move(1);
                    case LEFT -> move(-1);
                    case DOWN -> move(EmojiModel.COLUMNS);
                    case UP -> move(-EmojiModel.COLUMNS);
                    case PAGE_DOWN -> turn(1);
                    case PAGE_UP -> turn(-1);
                    case ENTER -> takeCurrent();
                    case TAB -> leave();
                    default -> false;
                };
        if (isMine) {
            event.consume();
        }
    }

    private boolean move(int by) {
        model.move(by);
        return true;
    }

    private boolean turn(int by) {
        model.turn(by);
        return true;
    }

    private boolean takeCurrent() {
        model.current().ifPresent(this::take);
        return true;
    }

    private boolean leave() {
        taken.accept("");
        return true;
    }

    private void take(Emoji.Known emoji) {
        model.used(emoji);
        taken.accept(emoji.characters());
    }

    private Subscription follow() {
        return model.openProperty()
                .subscribe(this::open)
                .and(model.chosenProperty().subscribe(_ -> mark()))
                .and(model.groupProperty().subscribe(_ -> mark()))
                .and(model.lines().subscribe(this::mark))
                .and(seat.texts().languageProperty().subscribe(_ -> mark()))
                .and(getScene().focusOwnerProperty().subscribe(_ -> settle()));
    }

    /** Whoever goes on elsewhere has done with it. */
    private void settle() {
        if (model.openProperty().get() && !hasFocus()) {
            model.openProperty().set(false);
        }
    }

    private boolean hasFocus() {
        for (Node node = getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private void open(boolean isOpen) {
        if (isOpen) {
            if (getChildren().isEmpty()) {
                build();
            }
            setVisible(true);
            search.requestFocus();
            mark();
            return;
        }
        if (hasFocus()) {
            leave();
        }
        setVisible(false);
    }

    private void mark() {
        cells.forEach(EmojiLine::mark);
        boolean isSearching = !model.soughtProperty().get().isBlank();
        groups.getToggles()
                .forEach(tab -> tab.setSelected(!isSearching
                        && tab.getUserData().equals(model.groupProperty().get())));
        none.setText(seat.texts().say(isSearching ? "emoji.none" : "emoji.none-yet"));
        name.setText(model.current().map(model::nameOf).orElse(""));
        list.scrollTo(Math.max(0, model.chosenProperty().get() / EmojiModel.COLUMNS - ABOVE));
        search.setAccessibleHelp(name.getText());
    }
}
