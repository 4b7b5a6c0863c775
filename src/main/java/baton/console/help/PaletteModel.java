// SPDX-License-Identifier: Apache-2.0
package baton.console.help;

import baton.console.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What can be done now, narrowed by what is typed, and which overlay is open. Screen's thread only. */
public final class PaletteModel {
    private final Texts texts;
    private final List<Deed> deeds;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty sheet = new SimpleBooleanProperty();
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObservableList<Deed> found = FXCollections.observableArrayList();

    public PaletteModel(Texts texts, List<Deed> deeds) {
        this.texts = texts;
        this.deeds = List.copyOf(deeds);
        sought.subscribe((_, _) -> narrow());
        open.subscribe((_, isOpen) -> begin(isOpen));
    }

    /** Whether the palette is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether the cheat sheet is open. */
    public BooleanProperty sheetProperty() {
        return sheet;
    }

    public StringProperty soughtProperty() {
        return sought;
    }

    public ObservableList<Deed> found() {
        return found;
    }

    public List<Deed> deeds() {
        return deeds;
    }

    /** Closes the palette and does it. */
    public void act(Deed deed) {
        open.set(false);
        if (deed.isPossible()) {
            deed.act().run();
        }
    }

    private void begin(boolean isOpen) {
        if (isOpen) {
            sought.set("");
            narrow();
        }
    }

    private void narrow() {
        String letters = sought.get().strip().toLowerCase(Locale.ROOT);
        found.setAll(deeds.stream()
                .filter(Deed::isPossible)
                .filter(deed -> texts.say(deed.key()).toLowerCase(Locale.ROOT).contains(letters))
                .toList());
    }
}
