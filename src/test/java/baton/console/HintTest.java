// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.WindowEvent;
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
        Label label = label();
        assertThat(hint(label)).isEmpty();
        comes(label);
        Optional<Tooltip> first = hint(label);
        comes(label);
        assertThat(first).isPresent();
        assertThat(hint(label)).containsSame(first.orElseThrow());
        assertThat(asked).hasValue(0);
    }

    @Test
    void itsWordsAreThoseOfTheMoment() {
        Label label = label();
        comes(label);
        assertThat(shown(label)).isEqualTo("asked 1");
        assertThat(shown(label)).isEqualTo("asked 2");
    }

    private Label label() {
        return Screens.on(() -> {
            Label made = new Label("14:22");
            Hint.over(made, () -> "asked " + asked.incrementAndGet());
            return made;
        });
    }

    /** What was installed, by the name that JavaFX keeps it under. */
    private static Optional<Tooltip> hint(Label label) {
        return Optional.ofNullable(label.getProperties().get("javafx.scene.control.Tooltip"))
                .map(Tooltip.class::cast);
    }

    private static String shown(Label label) {
        return Screens.on(() -> {
            Tooltip hint = hint(label).orElseThrow();
            Event.fireEvent(hint, new WindowEvent(hint, WindowEvent.WINDOW_SHOWING));
            return hint.getText();
        });
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
