// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Emoji;
import baton.console.Screens;
import baton.console.conversation.EmojiModel;
import baton.domain.ConversationId;
import baton.sync.View;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Picking emoji at the desk, by keys and clicks (SPEC.md I4), and its pictures. */
final class EmojiPickerTest {
    private final FxRobot robot = new FxRobot();
    private final PretendHub hub = new PretendHub();
    private Walk walk;

    @BeforeAll
    static void startScreens() {
        Screens.start();
    }

    static List<Screens.Look> looks() {
        return Screens.Look.all();
    }

    @BeforeEach
    void openDesk() {
        ConversationId dewi = Floor.fill(hub).getFirst();
        walk = Walk.inWindow(hub);
        robot.interact(() -> walk.window.model().inbox().choose(dewi));
        robot.interact(() -> walk.window.list());
        robot.type(KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void closeDesk() {
        walk.close();
    }

    @Test
    void keysAloneFindWalkAndInsertAtTheCaret() {
        robot.write("ok!");
        robot.type(KeyCode.LEFT);
        open();
        robot.write("thumbsup");
        robot.type(KeyCode.ENTER);
        assertThat(text()).isEqualTo("ok👍!");
        assertThat(isOpen()).isFalse();
        robot.write("a");
        assertThat(text()).as("the cursor goes on behind it").isEqualTo("ok👍a!");
        assertThat(hub.outgoing()).as("Enter picked and did not send").isEmpty();
    }

    @Test
    void arrowsStayWithinTheLinesAndPageKeysTurnTheGroup() {
        open();
        EmojiModel model = model();
        assertThat(model.groupProperty().get()).isEqualTo("faces");
        robot.type(KeyCode.UP).type(KeyCode.LEFT);
        assertThat(model.chosenProperty().get()).isZero();
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        assertThat(model.chosenProperty().get()).isEqualTo(10);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(model.groupProperty().get()).isEqualTo("people");
        assertThat(model.chosenProperty().get()).isZero();
        robot.type(KeyCode.PAGE_UP, 2);
        assertThat(model.groupProperty().get()).isEqualTo("recent");
    }

    @Test
    void escapeLeavesTheTextAsItWasAndOneWritesOn() {
        robot.write("half");
        open();
        robot.write("heart");
        robot.type(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        robot.write(" a word");
        assertThat(text()).isEqualTo("half a word");
    }

    @Test
    void whatWasUsedComesFirstAndIsRemembered() {
        open();
        robot.write("배송");
        robot.type(KeyCode.ENTER);
        open();
        robot.write("thumbsup");
        robot.type(KeyCode.ENTER);
        assertThat(text()).isEqualTo("🚚👍");
        assertThat(hub.remembered("emoji.recent")).contains("👍 🚚");
        Walk tomorrow = Walk.still(hub, Screens.Look.all().getFirst());
        EmojiModel again = tomorrow.window.model().composer().emoji();
        Screens.run(() -> again.openProperty().set(true));
        assertThat(again.groupProperty().get()).isEqualTo("recent");
        assertThat(again.lines().getFirst()).extracting(Emoji.Known::characters).containsExactly("👍", "🚚");
    }

    @Test
    void aClickPicksAndAnotherConversationClosesIt() {
        robot.clickOn("#composer-emoji");
        assertThat(isOpen()).isTrue();
        robot.write("tada");
        WaitForAsyncUtils.waitForFxEvents();
        Node place = robot.lookup(".emoji-line .place").queryAll().iterator().next();
        robot.clickOn(place);
        assertThat(text()).isEqualTo("🎉");
        open();
        robot.interact(() -> walk.window.model().inbox().move(1));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void aClickElsewhereClosesIt() {
        robot.clickOn("#composer-emoji");
        assertThat(isOpen()).isTrue();
        TextArea area = robot.lookup("#composer-text").query();
        robot.clickOn(area);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void itsButtonClosesItTooAndOneWritesOn() {
        robot.clickOn("#composer-emoji");
        assertThat(isOpen()).isTrue();
        robot.clickOn("#composer-emoji");
        assertThat(isOpen()).isFalse();
        robot.write("on");
        assertThat(text()).isEqualTo("on");
    }

    @Test
    void whatNothingIsCalledIsSaid() {
        open();
        robot.write("qqqq");
        robot.type(KeyCode.ENTER);
        assertThat(isOpen()).isTrue();
        assertThat(text()).isEmpty();
        assertThat(robot.lookup("No emoji is called that. Try another word.").tryQuery())
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void drawn(Screens.Look look) {
        Screens.run(() -> {
            PretendHub floor = new PretendHub();
            ConversationId dewi = Floor.fill(floor).getFirst();
            Walk still = Walk.still(floor, look);
            still.window.model().inbox().viewProperty().set(View.ALL);
            still.window.model().click(dewi);
            still.window.model().composer().textProperty().set("Sudah dikirim kak ");
            EmojiModel model = still.window.model().composer().emoji();
            model.openProperty().set(true);
            model.chosenProperty().set(12);
            assertThat(Screens.draw(still.window.scene(), "emoji-picker", look).getWidth())
                    .isEqualTo(1280);
            Screens.drawLarge(still.window.scene(), "emoji-picker", look);
            model.soughtProperty().set("heart");
            Screens.draw(still.window.scene(), "emoji-picker-found", look);
            Node picker = still.window.scene().getRoot().lookup("#emoji-picker");
            assertThat(picker.localToScene(picker.getBoundsInLocal()).getMinY()).isPositive();
        });
    }

    private void open() {
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isOpen()).isTrue();
    }

    private EmojiModel model() {
        return walk.window.model().composer().emoji();
    }

    private boolean isOpen() {
        WaitForAsyncUtils.waitForFxEvents();
        return model().openProperty().get();
    }

    private String text() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.window.model().composer().textProperty().get();
    }
}
