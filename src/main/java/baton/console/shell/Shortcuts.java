// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Keys;
import baton.console.conversation.BubbleFlow;
import baton.console.help.Deed;
import baton.console.help.PaletteModel;
import baton.sync.View;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys over the whole window: single letters only while no text has the focus, G and a letter for the views. */
final class Shortcuts {
    private final DeskModel model;
    private final PaletteModel palette;
    private final List<Deed> deeds;
    private final Consumer<String> copy;
    private boolean isGoing;
    private boolean isSecondDot;
    private boolean isSpent;

    /** {@code copy} puts a text on the clipboard. */
    Shortcuts(DeskModel model, PaletteModel palette, List<Deed> deeds, Consumer<String> copy) {
        this.model = model;
        this.palette = palette;
        this.deeds = List.copyOf(deeds);
        this.copy = copy;
    }

    void over(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        isSecondDot = isSecondDot && event.getCode() == KeyCode.PERIOD;
        isSpent = false;
        if (palette.openProperty().get()) {
            return;
        }
        if (palette.sheetProperty().get()) {
            closeSheet(event);
            return;
        }
        boolean isWriting = scene.getFocusOwner() instanceof TextInputControl;
        if (isAhead(isWriting) && Keys.isForText(event)) {
            isGoing = false;
            event.consume();
            return;
        }
        boolean isOnButton = scene.getFocusOwner() instanceof ButtonBase && event.getCode() == KeyCode.ENTER;
        boolean isAmongBubbles = scene.getFocusOwner() instanceof BubbleFlow && isForRows(event.getCode());
        if (isOnButton || isAmongBubbles || goes(event, isWriting)) {
            return;
        }
        deeds.stream()
                .filter(deed -> (deed.whileWriting() || !isWriting) && matches(deed, event) && deed.isPossible())
                .findFirst()
                .ifPresent(deed -> {
                    event.consume();
                    isSpent = true;
                    deed.act().run();
                });
    }

    /** Whoever has taken a conversation writes on, while the hub has not answered yet: no letter of that may do something else. */
    private boolean isAhead(boolean isWriting) {
        return !isWriting && model.conversation().isClaiming();
    }

    /** Among the bubbles arrows walk the messages and Enter opens what can be done with one, not the list's next and the box. */
    private static boolean isForRows(KeyCode code) {
        return code == KeyCode.UP || code == KeyCode.DOWN || code == KeyCode.ENTER;
    }

    private void closeSheet(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE || Keys.HELP.match(event)) {
            event.consume();
            palette.sheetProperty().set(false);
        }
    }

    private static boolean matches(Deed deed, KeyEvent event) {
        return deed.combinations().stream().anyMatch(keys -> keys.match(event));
    }

    private boolean goes(KeyEvent event, boolean isWriting) {
        if (!isWriting && Keys.GO.match(event)) {
            isGoing = true;
            event.consume();
            return true;
        }
        boolean wasGoing = isGoing && !isWriting;
        isGoing = false;
        if (!wasGoing) {
            return false;
        }
        return switch (event.getCode()) {
            case M -> go(View.MINE, event);
            case U -> go(View.UNASSIGNED, event);
            case A -> go(View.ALL, event);
            default -> false;
        };
    }

    private boolean go(View view, KeyEvent event) {
        event.consume();
        act("deed.view." + view);
        return true;
    }

    private void act(String key) {
        deeds.stream()
                .filter(deed -> deed.key().equals(key))
                .forEach(deed -> deed.act().run());
    }

    /** The letter of a key that did something must not land in the text that has the focus since. */
    private void typed(Scene scene, KeyEvent event) {
        if (isSpent) {
            event.consume();
            return;
        }
        boolean isWriting = scene.getFocusOwner() instanceof TextInputControl;
        if (isWriting || palette.openProperty().get()) {
            return;
        }
        if (isAhead(false) && Keys.isForText(event)) {
            event.consume();
            StringProperty text = model.composer().textProperty();
            text.set(text.get() + event.getCharacter());
        } else if (Keys.isTyped(event, '?')) {
            event.consume();
            palette.sheetProperty().set(!palette.sheetProperty().get());
        } else if (Keys.isTyped(event, '/')) {
            event.consume();
            act("deed.search");
        } else if (Keys.isTyped(event, '.')) {
            event.consume();
            dot();
        }
    }

    /** One copies the number of the conversation, a second one right after it the customer's name with it. */
    private void dot() {
        model.reference(isSecondDot).ifPresent(copy);
        isSecondDot = !isSecondDot;
    }
}
