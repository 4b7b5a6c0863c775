// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Language;
import baton.console.Texts;
import baton.console.Themes;
import baton.sync.Workspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the person chose of looks and places, remembered from start to start (SPEC.md D2). Screen's thread only. */
public final class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final Workspace workspace;
    private final Themes themes;
    private final Texts texts;
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final BooleanProperty panel = new SimpleBooleanProperty(true);
    private final DoubleProperty list = new SimpleDoubleProperty(330);
    private final DoubleProperty side = new SimpleDoubleProperty(270);
    private final List<Look> all;

    public Looks(Workspace workspace, Themes themes, Texts texts) {
        this.workspace = workspace;
        this.themes = themes;
        this.texts = texts;
        this.all = List.of(
                new Look(
                        "theme",
                        themes.choiceProperty(),
                        word -> themes.choiceProperty().set(Themes.Choice.valueOf(word))),
                new Look("language", texts.languageProperty(), word -> texts.speak(Language.valueOf(word))),
                new Look("compact", compact, word -> compact.set(Boolean.parseBoolean(word))),
                new Look("panel", panel, word -> panel.set(Boolean.parseBoolean(word))),
                new Look(
                        "text",
                        themes.textSizeProperty(),
                        word -> themes.textSizeProperty().set(Integer.parseInt(word))),
                new Look("list", list, word -> list.set(Double.parseDouble(word))),
                new Look("side", side, word -> side.set(Double.parseDouble(word))));
    }

    /**
     * As it was left, as far as the first page knows; once the desk's files are open, as these say, but for what the person changed meanwhile. Every change
     * is remembered from then on.
     */
    public void recall(Executor screen) {
        all.forEach(look -> workspace.lastRemembered(look.name()).ifPresent(look::take));
        Map<Look, String> begun = all.stream().collect(Collectors.toMap(Function.identity(), Look::word));
        var _ = workspace.usable().thenRunAsync(() -> goOn(begun), screen);
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

    private void goOn(Map<Look, String> begun) {
        for (Look look : all) {
            if (look.word().equals(begun.get(look))) {
                workspace.remembered(look.name()).ifPresent(look::take);
            } else {
                remember(look);
            }
            look.value().subscribe((_, _) -> remember(look));
        }
    }

    private void remember(Look look) {
        workspace.remember(look.name(), look.word());
    }

    /** One of them, known to the workspace by its name and a word for its value. */
    private record Look(String name, ObservableValue<?> value, Consumer<String> setter) {
        Look {
            name = "look." + name;
        }

        String word() {
            return String.valueOf(value.getValue());
        }

        /** One that nobody understands, of another release for example, is passed over. */
        void take(String word) {
            try {
                setter.accept(word);
            } catch (IllegalArgumentException unknown) {
                LOG.warn("{} was remembered as {}, which is not understood", name, word);
            }
        }
    }
}
