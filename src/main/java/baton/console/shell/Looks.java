// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Language;
import baton.console.Texts;
import baton.console.Themes;
import baton.sync.Workspace;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** What the person chose of looks and places, remembered from start to start (SPEC.md D2). Screen's thread only. */
public final class Looks {
    private final Workspace workspace;
    private final Themes themes;
    private final Texts texts;
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final BooleanProperty panel = new SimpleBooleanProperty(true);
    private final DoubleProperty list = new SimpleDoubleProperty(330);
    private final DoubleProperty side = new SimpleDoubleProperty(270);
    private boolean isRecalled;

    public Looks(Workspace workspace, Themes themes, Texts texts) {
        this.workspace = workspace;
        this.themes = themes;
        this.texts = texts;
    }

    /** Reads what is remembered once the desk's files are open, and remembers every change from then on. */
    public void recall(Executor screen) {
        var _ = workspace.usable().thenRunAsync(this::recall, screen);
    }

    public Themes themes() {
        return themes;
    }

    public Texts texts() {
        return texts;
    }

    /** Rows of 44 px instead of 64. */
    public BooleanProperty compactProperty() {
        return compact;
    }

    /** Whether the customer panel is wanted, where there is room for it. */
    public BooleanProperty panelProperty() {
        return panel;
    }

    /** The list's width in pixels. */
    public DoubleProperty listProperty() {
        return list;
    }

    /** The customer panel's width in pixels. */
    public DoubleProperty sideProperty() {
        return side;
    }

    /** The other language. */
    public void otherLanguage() {
        texts.speak(texts.languageProperty().get() == Language.ENGLISH ? Language.KOREAN : Language.ENGLISH);
    }

    private void recall() {
        if (isRecalled) {
            return;
        }
        isRecalled = true;
        remembered("theme").ifPresent(name -> themes.choiceProperty().set(Themes.Choice.valueOf(name)));
        remembered("language").ifPresent(name -> texts.speak(Language.valueOf(name)));
        remembered("compact").ifPresent(word -> compact.set(Boolean.parseBoolean(word)));
        remembered("panel").ifPresent(word -> panel.set(Boolean.parseBoolean(word)));
        remembered("text").ifPresent(word -> themes.textSizeProperty().set(Integer.parseInt(word)));
        remembered("list").ifPresent(word -> list.set(Double.parseDouble(word)));
        remembered("side").ifPresent(word -> side.set(Double.parseDouble(word)));
        follow();
    }

    private void follow() {
        themes.choiceProperty().subscribe((_, next) -> remember("theme", next.name()));
        texts.languageProperty().subscribe((_, next) -> remember("language", next.name()));
        compact.subscribe((_, next) -> remember("compact", next.toString()));
        panel.subscribe((_, next) -> remember("panel", next.toString()));
        themes.textSizeProperty().subscribe((_, next) -> remember("text", next.toString()));
        list.subscribe((_, next) -> remember("list", next.toString()));
        side.subscribe((_, next) -> remember("side", next.toString()));
    }

    private java.util.Optional<String> remembered(String key) {
        return workspace.remembered("look." + key);
    }

    private void remember(String key, String value) {
        workspace.remember("look." + key.toLowerCase(Locale.ROOT), value);
    }
}
