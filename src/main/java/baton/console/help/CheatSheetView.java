// SPDX-License-Identifier: Apache-2.0
package baton.console.help;

import baton.console.Lines;
import baton.console.Subscriptions;
import baton.console.Texts;
import baton.console.Themes;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Over the desk: every key, by where it counts. Any click and Escape close it. Drawn only while it is open: it has more nodes than half the window. */
public final class CheatSheetView extends StackPane {
    private final Texts texts;
    private final PaletteModel model;
    private final VBox card = new VBox();

    public CheatSheetView(Texts texts, PaletteModel model) {
        this.texts = texts;
        this.model = model;
        setId("cheat-sheet");
        getStyleClass().add("overlay");
        getStylesheets().add(Themes.sheet(PaletteView.class, "help.css"));
        card.getStyleClass().addAll("card", "sheet");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> model.sheetProperty().set(false));
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.sheetProperty()
                .subscribe(_ -> show())
                .and(texts.languageProperty().subscribe(_ -> show()));
    }

    private void show() {
        boolean isOpen = model.sheetProperty().get();
        setVisible(isOpen);
        if (isOpen) {
            draw();
        } else {
            card.getChildren().clear();
        }
    }

    private void draw() {
        Label title = new Label(texts.say("keys.title"));
        title.getStyleClass().add("heading");
        HBox groups =
                new HBox(column(Deed.Group.LIST, Deed.Group.CONVERSATION), column(Deed.Group.WRITING, Deed.Group.DESK));
        groups.getStyleClass().add("groups");
        KeyHints hints = new KeyHints(texts).with("Esc", "palette.hint.close").with("Ctrl+K", "palette.hint.all");
        card.getChildren().setAll(title, groups, hints);
    }

    private VBox column(Deed.Group above, Deed.Group below) {
        VBox column = new VBox(group(above), group(below));
        column.getStyleClass().add("column");
        return column;
    }

    private VBox group(Deed.Group group) {
        VBox box = new VBox();
        box.getStyleClass().add("group");
        Label title = new Label(texts.say("keys." + group));
        title.getStyleClass().addAll("strong", "muted");
        box.getChildren().add(title);
        model.deeds().stream()
                .filter(deed -> deed.group() == group && !deed.keys().isEmpty())
                .forEach(deed -> box.getChildren().add(line(deed)));
        return box;
    }

    private HBox line(Deed deed) {
        KeyCaps keys = new KeyCaps();
        keys.show(deed.keys());
        HBox line = new HBox(new Label(texts.say(deed.key())), Lines.gap(), keys);
        line.getStyleClass().add("line");
        return line;
    }
}
