// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the desk (FIELD.md 4.4). Letters go by key code, since on Hangul, Cyrillic and Arabic layouts no Latin character
 * arrives; "shortcut" is the platform's Ctrl or Command. Single letters count only while no text has the focus.
 */
public final class Keys {
    public static final KeyCombination PALETTE = shortcut(KeyCode.K);
    public static final KeyCombination SEARCH = shortcut(KeyCode.F);
    public static final KeyCombination NEXT_ACTIVE = control(KeyCode.TAB);
    public static final KeyCombination PREVIOUS_ACTIVE =
            new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
    public static final KeyCombination DOWN = plain(KeyCode.J);
    public static final KeyCombination UP = plain(KeyCode.K);
    public static final KeyCombination OPEN = plain(KeyCode.ENTER);
    public static final KeyCombination BACK = plain(KeyCode.ESCAPE);
    public static final KeyCombination GO = plain(KeyCode.G);
    public static final KeyCombination CLAIM = plain(KeyCode.C);
    public static final KeyCombination RELEASE = shifted(KeyCode.C);
    public static final KeyCombination NOTE = plain(KeyCode.N);
    public static final KeyCombination REPLY = plain(KeyCode.R);
    public static final KeyCombination SEND_RESOLVE_NEXT =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    public static final KeyCombination RESOLVE = plain(KeyCode.E);
    public static final KeyCombination RESOLVE_NEXT = shifted(KeyCode.E);
    public static final KeyCombination UNDO = shortcut(KeyCode.Z);
    public static final KeyCombination EMOJI = shortcut(KeyCode.E);
    public static final KeyCombination CUSTOMER_PANEL = plain(KeyCode.I);
    public static final KeyCombination NEXT_PANE = plain(KeyCode.F6);
    public static final KeyCombination PREVIOUS_PANE = shifted(KeyCode.F6);
    public static final KeyCombination HELP = plain(KeyCode.F1);
    public static final KeyCombination PHONE = plain(KeyCode.F8);
    public static final KeyCombination PHONE_WRITE = shifted(KeyCode.F8);
    public static final KeyCombination WEATHER = plain(KeyCode.F9);
    public static final KeyCombination COPY = shortcut(KeyCode.C);
    public static final KeyCombination SELECT_ALL = shortcut(KeyCode.A);
    public static final KeyCombination TEXT_NORMAL = shortcut(KeyCode.DIGIT0);

    private static final Set<KeyCode> NO_SIGNS =
            EnumSet.of(KeyCode.ESCAPE, KeyCode.BACK_SPACE, KeyCode.DELETE, KeyCode.CONTEXT_MENU, KeyCode.INSERT);

    private Keys() {}

    /** Whether the character typed is {@code ?}, {@code /} or {@code .}: those three go by character, wherever the layout has them. */
    public static boolean isTyped(KeyEvent event, char character) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                && event.getCharacter().equals(String.valueOf(character));
    }

    /** Whether the key that is pressed, or the character that is typed, would land in a text that had the focus. */
    public static boolean isForText(KeyEvent event) {
        boolean isCommand = event.isMetaDown() || event.isControlDown() != event.isAltDown();
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return !isCommand && event.getCharacter().codePoints().noneMatch(Character::isISOControl);
        }
        KeyCode code = event.getCode();
        return !isCommand && (code == KeyCode.SPACE || isSign(code));
    }

    private static boolean isSign(KeyCode code) {
        return !code.isNavigationKey()
                && !code.isFunctionKey()
                && !code.isModifierKey()
                && !code.isMediaKey()
                && !code.isWhitespaceKey()
                && !NO_SIGNS.contains(code);
    }

    /** The view of that number, 1 to 9. */
    public static KeyCombination view(int number) {
        return shortcut(KeyCode.valueOf("DIGIT" + number));
    }

    private static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
    }
}
