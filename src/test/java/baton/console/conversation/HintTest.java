// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Screens;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HintTest {
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @Test
    void itIsMadeOnceAndOnlyForAPointer() {
        Label label = Screens.on(() -> {
            Label made = new Label("14:22");
            Hint.over(made, () -> "made " + asked.incrementAndGet());
            return made;
        });
        assertThat(asked).hasValue(0);
        comes(label);
        comes(label);
        assertThat(asked).hasValue(1);
    }

    private static void comes(Label label) {
        Screens.on(() -> {
            label.fireEvent(pointer(MouseEvent.MOUSE_ENTERED));
            label.fireEvent(pointer(MouseEvent.MOUSE_EXITED));
            return true;
        });
    }

    private static MouseEvent pointer(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                1,
                1,
                1,
                1,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
