// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Keys;
import baton.console.Themes;
import baton.console.help.Deed;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What can be done about how the desk looks. */
final class LookDeeds {
    private static final KeyCombination LARGER =
            new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    private static final KeyCombination LARGER_TOO =
            new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    private static final KeyCombination LARGER_BY_PAD =
            new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SMALLER = new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SMALLER_BY_PAD =
            new KeyCodeCombination(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN);

    private LookDeeds() {}

    static void add(DeedList deeds, Looks looks) {
        deeds.everywhere(
                "deed.larger",
                Deed.Group.DESK,
                "Ctrl +",
                () -> looks.themes().stepText(1),
                LARGER,
                LARGER_TOO,
                LARGER_BY_PAD);
        deeds.everywhere(
                "deed.smaller", Deed.Group.DESK, "Ctrl −", () -> looks.themes().stepText(-1), SMALLER, SMALLER_BY_PAD);
        deeds.everywhere(
                "deed.normal", Deed.Group.DESK, "Ctrl+0", () -> looks.themes().stepText(0), Keys.TEXT_NORMAL);
        deeds.everywhere(
                "deed.light",
                Deed.Group.DESK,
                "",
                () -> looks.themes().choiceProperty().set(Themes.Choice.LIGHT));
        deeds.everywhere(
                "deed.dark",
                Deed.Group.DESK,
                "",
                () -> looks.themes().choiceProperty().set(Themes.Choice.DARK));
        deeds.everywhere(
                "deed.system",
                Deed.Group.DESK,
                "",
                () -> looks.themes().choiceProperty().set(Themes.Choice.SYSTEM));
        deeds.everywhere("deed.language", Deed.Group.DESK, "", looks::otherLanguage);
        deeds.everywhere(
                "deed.compact",
                Deed.Group.DESK,
                "",
                () -> looks.compactProperty().set(!looks.compactProperty().get()));
    }
}
