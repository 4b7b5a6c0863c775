// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Screens;
import baton.console.conversation.Box;
import baton.console.conversation.BubbleRow;
import baton.console.inbox.InboxRow;
import baton.domain.ConversationId;
import baton.domain.SendingState;
import baton.sync.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The paths a person walks at the desk, by keys and clicks in a window. */
final class DeskWalkTest {
    private final FxRobot robot = new FxRobot();
    private final PretendHub hub = new PretendHub();
    private List<ConversationId> floor = List.of();
    private Walk walk;

    @BeforeAll
    static void startScreens() {
        Screens.start();
    }

    @BeforeEach
    void openDesk() {
        floor = Floor.fill(hub);
        walk = Walk.inWindow(hub);
        robot.interact(() -> walk.window.model().inbox().viewProperty().set(View.ALL));
        robot.interact(() -> walk.window.list());
    }

    @AfterEach
    void closeDesk() {
        walk.close();
    }

    @Test
    void claimedWrittenSentResolvedAndTakenBackByKeysAlone() {
        open(floor.getFirst());
        assertThat(box()).isEqualTo(Box.FREE);
        robot.type(KeyCode.C);
        assertThat(box()).isEqualTo(Box.REPLY);
        robot.write("Hari ini");
        robot.type(KeyCode.ENTER);
        assertThat(text()).isEmpty();
        assertThat(lastState()).isEqualTo(SendingState.QUEUED);
        hub.take();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastState()).isEqualTo(SendingState.ACCEPTED);
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.E);
        assertThat(isOpen(floor.getFirst())).isFalse();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(isOpen(floor.getFirst())).isTrue();
    }

    @Test
    void walkingTheListNeverTakesAndClickingTakes() {
        robot.type(KeyCode.J, 3);
        robot.type(KeyCode.DOWN);
        assertThat(floor)
                .noneMatch(id -> hub.hold(id).filter(hold -> hold.mine()).isPresent());
        robot.clickOn("김민지");
        assertThat(hub.hold(floor.get(1)))
                .hasValueSatisfying(hold -> assertThat(hold.mine()).isTrue());
        robot.write("ok");
        assertThat(text()).isEqualTo("ok");
    }

    @Test
    void thePaletteGivesTheFocusBackSoThatKeysGoOn() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("dark");
        robot.type(KeyCode.ENTER);
        assertThat(Screens.on(() -> walk.window.scene().getFocusOwner().getId()))
                .isEqualTo("inbox-list");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.type(KeyCode.ESCAPE);
        assertThat(Screens.on(() -> walk.window.scene().getFocusOwner().getId()))
                .isEqualTo("inbox-list");
    }

    @Test
    void aRefusalIsForgottenOnceTheHeaderSaysTheSame() {
        open(floor.get(2));
        robot.interact(() -> walk.window.model().conversation().claim());
        assertThat(label("#composer-trouble")).contains("Mina has it until");
        walk.pass(Duration.ofSeconds(13));
        assertThat(walk.window.model().conversation().troubleProperty().get()).isEmpty();
    }

    @Test
    void aClickTakesWhoWasPressedThoughAllRowsWantToMove() {
        robot.moveTo("김민지").press(MouseButton.PRIMARY);
        hub.writes(floor.get(4), "Shop ơi?", hub.now());
        hub.writes(floor.getFirst(), "Halo?", hub.now());
        WaitForAsyncUtils.waitForFxEvents();
        robot.release(MouseButton.PRIMARY);
        assertThat(hub.hold(floor.get(1)))
                .hasValueSatisfying(hold -> assertThat(hold.mine()).isTrue());
        assertThat(names().subList(0, 2)).containsExactlyInAnyOrder("Dewi Lestari", "Nguyễn Thị Lan");
    }

    @Test
    void noRowMovesWhileThePointerAims() {
        List<String> before = names();
        robot.interact(() -> walk.window.model().inbox().hold(true));
        hub.writes(floor.get(4), "Shop ơi?", hub.now());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(names()).isEqualTo(before);
        robot.interact(() -> walk.window.model().inbox().hold(false));
        assertThat(names().getFirst()).isEqualTo("Nguyễn Thị Lan");
        assertThat(names()).hasSameSizeAs(before);
    }

    private List<String> names() {
        return Screens.on(() ->
                walk.window.model().inbox().rows().stream().map(InboxRow::name).toList());
    }

    @Test
    void aNarrowWindowStillShowsWhereOneWrites() {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        for (double width : new double[] {640, 900, 1200, 700}) {
            robot.interact(() -> {
                walk.window.scene().getWindow().setWidth(width);
                walk.window.scene().getWindow().setHeight(560);
            });
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> Screens.settle(walk.window.scene()));
            Node bar = walk.window.scene().getRoot().lookup("#status-bar");
            assertThat(Screens.on(() -> bar.localToScene(bar.getBoundsInLocal()).getMaxY()))
                    .as("bottom of the status bar at %s", width)
                    .isLessThanOrEqualTo(560);
        }
    }

    @Test
    void aRefusedClaimNamesTheHolder() {
        open(floor.get(2));
        robot.type(KeyCode.C);
        assertThat(hub.hold(floor.get(2)))
                .hasValueSatisfying(hold -> assertThat(hold.mine()).isFalse());
        assertThat(label("#composer-why")).contains("Mina has it for 3:00");
        robot.interact(() -> walk.window.model().conversation().claim());
        assertThat(label("#composer-trouble")).contains("Mina has it until");
    }

    @Test
    void enterWhileComposingHangulNeverSends() {
        open(floor.get(1));
        robot.type(KeyCode.C);
        TextArea area = robot.lookup("#composer-text").query();
        robot.interact(() -> Event.fireEvent(area, composing("안", "")));
        robot.type(KeyCode.ENTER);
        assertThat(hub.outgoing()).isEmpty();
        robot.interact(() -> Event.fireEvent(area, composing("", "안")));
        assertThat(text()).isEqualTo("안");
        robot.type(KeyCode.ENTER);
        assertThat(hub.outgoing())
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).isEqualTo("안"));
    }

    @Test
    void shiftAndEnterBreakTheLine() {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        robot.write("a");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("b");
        assertThat(text()).isEqualTo("a\nb");
        assertThat(hub.outgoing()).isEmpty();
    }

    @Test
    void everyConversationKeepsItsOwnDraft() {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        robot.write("first");
        open(floor.get(1));
        robot.type(KeyCode.C);
        assertThat(text()).isEmpty();
        robot.write("second");
        open(floor.getFirst());
        assertThat(text()).isEqualTo("first");
    }

    @Test
    void nobodysMessagesStandUnderANameWhoseOwnCannotBeRead() {
        open(floor.getFirst());
        assertThat(robot.lookup(".bubble").queryAll()).isNotEmpty();
        hub.damage(floor.get(1));
        open(floor.get(1));
        assertThat(robot.lookup(".bubble").queryAllAs(Node.class)).noneMatch(Node::isVisible);
        open(floor.getFirst());
        assertThat(robot.lookup(".bubble").queryAll()).isNotEmpty();
    }

    @Test
    void whatIsTypedBeforeTheClaimIsAnsweredGoesIntoTheBox() {
        hub.keepClaims();
        robot.clickOn("김민지");
        robot.write("En moment");
        assertThat(isOpen(floor.get(1))).as("E alone would resolve it").isTrue();
        hub.answerClaim();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text()).isEqualTo("En moment");
        robot.write(" please");
        assertThat(text()).isEqualTo("En moment please");
    }

    @Test
    void whatIsTypedForAClaimThatIsRefusedIsKeptAndKeysAreKeysAgain() {
        hub.keepClaims();
        robot.clickOn("김민지");
        robot.write("one mo");
        hub.heldBy(floor.get(1), PretendHub.MINA);
        hub.answerClaim();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(hub.draft(floor.get(1)).reply()).isEqualTo("one mo");
        robot.type(KeyCode.J);
        assertThat(walk.window.model().conversation().id()).isNotEqualTo(Optional.of(floor.get(1)));
        assertThat(hub.draft(floor.get(1)).reply()).isEqualTo("one mo");
    }

    @Test
    void whoeverWritesGoesOnBehindATextThatCameBack() {
        send("one mome");
        hub.queue();
        undo();
        robot.write("nt");
        assertThat(text()).isEqualTo("one moment");
    }

    @Test
    void aSentReplyComesBackIntoTheBoxByUndo() {
        send("oops");
        hub.take();
        undo();
        assertThat(hub.undone()).hasSize(1);
        assertThat(text()).isEqualTo("oops");
    }

    @Test
    void theUndoBarGoesAfterFiveSeconds() {
        send("on its way");
        Node bar = robot.lookup("#undo-bar").query();
        assertThat(bar.isVisible()).isTrue();
        walk.pass(Duration.ofSeconds(5));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void aHoldThatEndsWhileTypingKeepsTheText() {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        robot.write("half a sent");
        walk.pass(Duration.ofMinutes(4));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(box()).isEqualTo(Box.FREE);
        assertThat(label("#composer-kept")).contains("half a sent");
    }

    @Test
    void thePaletteFindsAndDoes() {
        open(floor.getFirst());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("claim");
        robot.type(KeyCode.ENTER);
        assertThat(hub.hold(floor.getFirst())).isPresent();
    }

    @Test
    void aNoteChangesTheBoxAndNeverGoesToTheCustomer() {
        open(floor.get(2));
        robot.type(KeyCode.N);
        assertThat(box()).isEqualTo(Box.NOTE);
        robot.write("ask Mina");
        robot.type(KeyCode.ENTER);
        assertThat(hub.outgoing())
                .singleElement()
                .satisfies(sent -> assertThat(sent.note()).isTrue());
    }

    private void open(ConversationId id) {
        robot.interact(() -> {
            walk.window.model().inbox().choose(id);
            walk.window.list();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Takes the first conversation and sends that. */
    private void send(String text) {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        robot.write(text);
        robot.type(KeyCode.ENTER);
    }

    private void undo() {
        WaitForAsyncUtils.waitForFxEvents();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Box box() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.window.model().composer().boxProperty().get();
    }

    private String text() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.window.model().composer().textProperty().get();
    }

    private boolean isOpen(ConversationId id) {
        WaitForAsyncUtils.waitForFxEvents();
        return hub.row(id).orElseThrow().conversation().open();
    }

    private String label(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private SendingState lastState() {
        WaitForAsyncUtils.waitForFxEvents();
        BubbleRow last = walk.window
                .model()
                .transcript()
                .shownProperty()
                .get()
                .orElseThrow()
                .rows()
                .getLast();
        return last.message().sending().orElseThrow().state();
    }

    private static InputMethodEvent composing(String composed, String committed) {
        List<InputMethodTextRun> runs = composed.isEmpty()
                ? List.of()
                : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        return new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, 0);
    }
}
