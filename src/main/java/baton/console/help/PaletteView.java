// SPDX-License-Identifier: Apache-2.0
package baton.console.help;

import baton.console.Lines;
import baton.console.Subscriptions;
import baton.console.Texts;
import baton.console.Themes;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Over the desk: type what you want, Enter does it, and its key stands beside it. */
public final class PaletteView extends StackPane {
    private static final double ROW = 36;
    private static final int MOST_ROWS = 10;

    private final Texts texts;
    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<Deed> list;
    private @Nullable Node before;

    public PaletteView(Texts texts, PaletteModel model) {
        this.texts = texts;
        this.model = model;
        this.list = new ListView<>(model.found());
        getStyleClass().add("overlay");
        getStylesheets().add(Themes.sheet(PaletteView.class, "help.css"));
        setId("palette");
        setVisible(false);
        Subscriptions.whileShowing(this, () -> model.openProperty().subscribe(this::open));
    }

    /** When it is first wanted, so that a window that opens need not style it. */
    private void build() {
        field.setId("palette-text");
        field.promptTextProperty().bind(texts.live("palette.prompt"));
        field.accessibleTextProperty().bind(texts.live("palette.prompt"));
        field.textProperty().bindBidirectional(model.soughtProperty());
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.accessibleTextProperty().bind(texts.live("palette.prompt"));
        Label none = new Label();
        none.textProperty().bind(texts.live("palette.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        KeyHints hints = new KeyHints(texts)
                .with("↓  ↑", "palette.hint.choose")
                .with("Enter", "palette.hint.do")
                .with("Esc", "palette.hint.close");
        VBox card = new VBox(field, list, hints);
        card.getStyleClass().add("card");
        card.setMaxHeight(USE_PREF_SIZE);
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(this::listHeight, model.found()));
        getChildren().setAll(card);
        model.found().subscribe(this::chooseFirst);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> model.openProperty().set(false));
        card.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        list.setOnMouseClicked(_ -> act());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The list hears of what is found after this does, and would look for the first of nothing. */
    private void chooseFirst() {
        if (model.found().isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().selectFirst();
        }
    }

    private double listHeight() {
        return Math.clamp(model.found().size(), 1, MOST_ROWS) * ROW + 2;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1, event);
            case UP -> choose(-1, event);
            case ENTER -> {
                event.consume();
                act();
            }
            case ESCAPE -> {
                event.consume();
                model.openProperty().set(false);
            }
            default -> {}
        }
    }

    private void choose(int by, KeyEvent event) {
        event.consume();
        int next = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + by,
                0,
                Math.max(0, model.found().size() - 1));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 3));
    }

    private void act() {
        Deed deed = list.getSelectionModel().getSelectedItem();
        if (deed != null) {
            model.act(deed);
        }
    }

    /** Closed, it gives the focus back to whoever had it, before what was chosen is done. */
    private void open(boolean isOpen) {
        if (isOpen) {
            before = getScene().getFocusOwner();
            if (getChildren().isEmpty()) {
                build();
                applyCss(); // only then does the field take letters
            }
            setVisible(true);
            chooseFirst();
            field.requestFocus();
            return;
        }
        Node last = before;
        before = null;
        if (last != null && field.isFocused()) {
            last.requestFocus();
        }
        setVisible(false);
    }

    private final class Cell extends ListCell<Deed> {
        private final Label name = new Label();
        private final KeyCaps keys = new KeyCaps();
        private final HBox line;

        Cell() {
            line = new HBox(name, Lines.gap(), keys);
            line.getStyleClass().add("line");
        }

        @Override
        protected void updateItem(Deed deed, boolean empty) {
            super.updateItem(deed, empty);
            setText(null);
            if (empty || deed == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(texts.say(deed.key()));
            keys.show(deed.keys());
            setAccessibleText(name.getText() + " " + deed.keys());
            setGraphic(line);
        }
    }
}
