// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.EmojiView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** One line of the emoji to pick from. Its places are made once and filled again. */
final class EmojiLine extends ListCell<List<Emoji.Known>> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Emoji emoji;
    private final EmojiModel model;
    private final Consumer<Emoji.Known> taken;
    private final List<StackPane> places = new ArrayList<>();
    private final HBox line = new HBox();

    EmojiLine(Emoji emoji, EmojiModel model, Consumer<Emoji.Known> taken) {
        this.emoji = emoji;
        this.model = model;
        this.taken = taken;
        getStyleClass().add("emoji-line");
        for (int column = 0; column < EmojiModel.COLUMNS; column++) {
            places.add(place(column));
        }
        line.getChildren().setAll(places);
    }

    private StackPane place(int column) {
        StackPane place = new StackPane();
        place.getStyleClass().add("place");
        place.setAccessibleRole(AccessibleRole.BUTTON);
        place.setOnMouseEntered(_ -> choose(column));
        place.setOnMouseClicked(_ -> take(column));
        return place;
    }

    private void choose(int column) {
        if (isThere(column)) {
            model.chosenProperty().set(getIndex() * EmojiModel.COLUMNS + column);
        }
    }

    private void take(int column) {
        if (isThere(column)) {
            taken.accept(getItem().get(column));
        }
    }

    private boolean isThere(int column) {
        return !isEmpty() && getItem() != null && column < getItem().size();
    }

    /** Shows which one Enter takes. */
    void mark() {
        int at = model.chosenProperty().get();
        for (int column = 0; column < places.size(); column++) {
            boolean isChosen = isThere(column) && getIndex() * EmojiModel.COLUMNS + column == at;
            places.get(column).pseudoClassStateChanged(CHOSEN, isChosen);
        }
    }

    @Override
    protected void updateItem(List<Emoji.Known> item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        for (int column = 0; column < places.size(); column++) {
            fill(places.get(column), column);
        }
        setGraphic(line);
        mark();
    }

    private void fill(StackPane place, int column) {
        place.getChildren().clear();
        place.setAccessibleText(null);
        if (isThere(column)) {
            Emoji.Known known = getItem().get(column);
            place.getChildren().add(picture(known.characters()));
            place.setAccessibleText(model.nameOf(known));
        }
    }

    private Node picture(String characters) {
        return emoji.picture(characters)
                .<Node>map(image -> new EmojiView(characters, image))
                .orElseGet(() -> new Label(characters));
    }
}
