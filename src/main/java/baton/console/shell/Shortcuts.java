// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Keys;
import baton.console.conversation.BubbleFlow;
import baton.console.help.Deed;
import baton.console.help.PaletteModel;
import baton.sync.View;
import java.util.List;
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
    private boolean isGoing;

    Shortcuts(DeskModel model, PaletteModel palette, List<Deed> deeds) {
        this.model = model;
        this.palette = palette;
        this.deeds = List.copyOf(deeds);
    }

    void over(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        if (palette.openProperty().get()) {
            return;
        }
        if (palette.sheetProperty().get()) {
            closeSheet(event);
            return;
        }
        boolean isWriting = scene.getFocusOwner() instanceof TextInputControl;
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
                    deed.act().run();
                });
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
        model.inbox().viewProperty().set(view);
        event.consume();
        return true;
    }

    private void typed(Scene scene, KeyEvent event) {
        boolean isWriting = scene.getFocusOwner() instanceof TextInputControl;
        if (isWriting || palette.openProperty().get()) {
            return;
        }
        if (Keys.isTyped(event, '?')) {
            event.consume();
            palette.sheetProperty().set(!palette.sheetProperty().get());
        } else if (Keys.isTyped(event, '/')) {
            event.consume();
            deeds.stream()
                    .filter(deed -> deed.key().equals("deed.search"))
                    .forEach(deed -> deed.act().run());
        }
    }
}
