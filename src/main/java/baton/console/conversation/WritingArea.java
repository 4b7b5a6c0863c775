// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A text field where Enter sends and Shift+Enter breaks the line. While a syllable is being composed, Enter belongs to the input
 * method and never sends. Screen's thread only.
 */
final class WritingArea extends TextArea {
    private Runnable send = () -> {};
    private boolean isComposing;

    WritingArea() {
        getStyleClass().add("writing");
        setWrapText(true);
        setPrefRowCount(3);
        addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> isComposing = !event.getComposed().isEmpty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(isFocused -> isComposing = isComposing && isFocused);
    }

    void setOnSend(Runnable wanted) {
        send = wanted;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        if (isComposing) {
            return;
        }
        if (event.isShiftDown()) {
            replaceSelection("\n");
        } else {
            send.run();
        }
    }
}
