// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Language;
import baton.console.Screens;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectableTextTest {
    private final Gallery gallery = new Gallery();
    private final Selection selection = new Selection();
    private SelectableText text;

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "안녕하세요 👋🏿 반품이요",
                "مرحبا 🌹 شكراً",
                "a 👨‍👩‍👧‍👦 b 🇰🇷",
                "two\nlines",
                "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaargh"
            })
    void allOfItIsCopiedAsItWasWritten(String written) {
        show(written);
        Screens.run(() -> text.markAll());
        assertThat(selection.copied()).contains(written);
    }

    @Test
    void markupSignsAndTheHostOfATrapAreNotCopied() {
        show("*now* https://pay.example@evil.example/x ok");
        Screens.run(() -> text.markAll());
        assertThat(selection.copied()).contains("now https://pay.example@evil.example/x ok");
    }

    @Test
    void draggingMarksWhatLiesBetween() {
        show("안녕 😀 bye");
        drag(0, 4);
        assertThat(selection.copied()).contains("안녕 😀");
    }

    @Test
    void aDoubleClickMarksAWordAndATripleALine() {
        show("first line\nsecond line");
        click(13, 2);
        assertThat(selection.copied()).contains("second");
        click(13, 3);
        assertThat(selection.copied()).contains("second line");
        click(2, 1);
        assertThat(selection.copied()).isEmpty();
    }

    @Test
    void markingElsewhereTakesOver() {
        show("one");
        SelectableText first = text;
        Screens.run(() -> first.markAll());
        show("two");
        Screens.run(() -> text.markAll());
        assertThat(selection.copied()).contains("two");
        assertThat(first.marked()).isEmpty();
    }

    @Test
    void rightToLeftTextStandsRight() {
        show("مرحبا، متى يصل طلبي");
        assertThat(text.flow().getTextAlignment()).isEqualTo(TextAlignment.RIGHT);
        assertThat(place(0).getX()).isGreaterThan(place(10).getX());
        show("Hello");
        assertThat(text.flow().getTextAlignment()).isEqualTo(TextAlignment.LEFT);
    }

    @Test
    void aClickOnALinkOpensIt() {
        show("see https://baton.example/x please");
        Screens.run(() -> text.flow().getChildren().stream()
                .filter(Text.class::isInstance)
                .filter(node -> node.getStyleClass().contains("link"))
                .forEach(node -> node.getOnMouseClicked().handle(mouse(MouseEvent.MOUSE_CLICKED, place(8), 1))));
        assertThat(gallery.asked).containsExactly("open https://baton.example/x");
    }

    private void show(String written) {
        Screens.run(() -> {
            text = new SelectableText(written, gallery.desk(Language.ENGLISH), selection);
            Scene scene = Screens.scene(text, Screens.Look.all().getFirst(), 500, 300);
            Screens.settle(scene);
        });
    }

    private void drag(int from, int to) {
        Screens.run(() -> {
            text.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, place(from), 1));
            text.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, place(to), 1));
        });
    }

    private void click(int at, int times) {
        Screens.run(() -> text.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, place(at), times)));
    }

    /** Where the caret stands in front of that character. */
    private Point2D place(int at) {
        return Screens.on(() -> {
            double x = 0;
            double top = 0;
            double bottom = 0;
            for (PathElement element : text.flow().getCaretShape(at, true)) {
                if (element instanceof MoveTo move) {
                    x = move.getX();
                    top = move.getY();
                } else if (element instanceof LineTo line) {
                    bottom = line.getY();
                }
            }
            return text.flow().localToScene(x + 0.5, (top + bottom) / 2);
        });
    }

    private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, Point2D at, int clicks) {
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                new PickResult(text, at.getX(), at.getY()));
    }

    @Test
    void anEmptyTextCanBeClicked() {
        show("");
        click(0, 2);
        assertThat(selection.copied()).isEqualTo(Optional.empty());
    }
}
