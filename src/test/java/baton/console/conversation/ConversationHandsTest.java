// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Language;
import baton.console.Screens;
import baton.domain.Author;
import baton.domain.Content;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Quote;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Bubbles under a person's hands: a real window, mouse and keys. */
final class ConversationHandsTest {
    private final FxRobot robot = new FxRobot();
    private final Gallery gallery = new Gallery();
    private BubbleFlow flow;
    private Stage stage;

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @BeforeEach
    void show() {
        Message first = gallery.customer("Kapan dikirim 🎁 kak");
        gallery.many(60);
        gallery.add(
                new Author.Person(Gallery.MINA),
                new Content.Text("Besok"),
                it -> it.withQuote(Optional.of(Quote.of(first.wamid().orElseThrow()))));
        gallery.add(
                new Author.Customer(),
                new Content.Text("Terima kasih"),
                it -> it.withMarks(
                        Message.Marks.NONE.withEdits(List.of(new Message.Edit(new Content.Text("Makasih"), it.at())))));
        Screens.run(() -> {
            flow = new BubbleFlow(gallery.desk(Language.ENGLISH));
            flow.open(gallery.rows(), Optional.empty());
            stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(Screens.scene(flow, Screens.Look.all().getFirst(), 800, 600));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Screens.run(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(stage))
                    .forEach(Window::hide);
            stage.close();
        });
    }

    @Test
    void aDoubleClickAndTheCopyKeyTakeAWord() {
        robot.doubleClickOn(text(63), MouseButton.PRIMARY);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard()).isIn("Terima", "kasih", " ");
    }

    @Test
    void shiftAndAClickTakeRows() {
        robot.clickOn(text(62));
        Node last = text(63);
        Screens.run(() -> last.fireEvent(shifted(last)));
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard().lines()).hasSize(2).last().asString().endsWith("Dewi Lestari: Terima kasih");
    }

    @Test
    void aClickOnAQuoteGoesToItsSource() {
        robot.clickOn(Screens.<Node>on(() -> flow.lookup(".quote")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screens.on(() -> flow.board().bubble(new MessageId(1)).isPresent()))
                .isTrue();
        assertThat(Screens.on(() -> flow.board().arrangement().placed().first()))
                .isZero();
    }

    @Test
    void theWheelLeavesTheBottomAndThePillLeadsBack() {
        robot.moveTo(text(63));
        robot.scroll(40, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screens.on(() -> flow.atBottomProperty().get())).isFalse();
        robot.clickOn("#new-below");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screens.on(() -> flow.atBottomProperty().get())).isTrue();
    }

    @Test
    void aChangedMessageShowsItsHistoryAndNoStyleIsUnknown() {
        assertThat(Screens.cssComplaints(() -> {
                    robot.clickOn("#history-63");
                    WaitForAsyncUtils.waitForFxEvents();
                }))
                .isEmpty();
        assertThat(Screens.on(() -> Window.getWindows().size())).isGreaterThan(1);
    }

    @Test
    void enterOpensTheMenuOfARow() {
        robot.clickOn(text(63));
        Screens.run(() -> flow.requestFocus());
        robot.type(KeyCode.UP, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screens.on(() -> Window.getWindows().stream().anyMatch(RowMenu.class::isInstance)))
                .isTrue();
    }

    /** The headless platform's mouse does not know of keys that are held. */
    private static MouseEvent shifted(Node node) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                new PickResult(node, 5, 5));
    }

    private Node text(long id) {
        return Screens.on(
                () -> flow.board().bubble(new MessageId(id)).orElseThrow().lookup(".message-text"));
    }

    private static String clipboard() {
        WaitForAsyncUtils.waitForFxEvents();
        return Screens.on(() -> Clipboard.getSystemClipboard().getString());
    }
}
