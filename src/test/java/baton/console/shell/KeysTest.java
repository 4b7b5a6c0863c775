// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Keys;
import baton.console.Language;
import baton.console.Screens;
import baton.domain.ConversationId;
import baton.sync.View;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The keys that lead from one conversation to another, size the text and copy a reference, as fingers press them. */
final class KeysTest {
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
        robot.interact(() -> walk.window.list());
    }

    @AfterEach
    void closeDesk() {
        walk.close();
    }

    @ParameterizedTest
    @CsvSource({"M,MINE", "U,UNASSIGNED", "A,ALL"})
    void gAndALetterShowAView(KeyCode letter, View view) {
        view(View.RESOLVED);
        robot.interact(() -> walk.window.model().connection().openProperty().set(true));
        robot.type(KeyCode.G, letter);
        assertThat(view()).isEqualTo(view);
        assertThat(walk.window.model().connection().openProperty().get()).isFalse();
    }

    @Test
    void gAloneAndAnotherLetterDoNothing() {
        view(View.ALL);
        robot.type(KeyCode.G, KeyCode.X, KeyCode.M);
        assertThat(view()).isEqualTo(View.ALL);
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1,MINE", "DIGIT2,UNASSIGNED", "DIGIT3,ALL", "DIGIT4,RESOLVED"})
    void theNumberOfAViewShowsItAlsoWhileOneWrites(KeyCode number, View view) {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        with(KeyCode.CONTROL, number);
        assertThat(view()).isEqualTo(view);
    }

    @Test
    void controlAndTabGoRoundWhatIsMineAlsoWhileOneWrites() {
        for (int each : new int[] {1, 0, 4}) {
            open(floor.get(each));
            robot.type(KeyCode.C);
            robot.type(KeyCode.ESCAPE);
        }
        view(View.UNASSIGNED);
        assertThat(forward()).isEqualTo(floor.get(1));
        robot.type(KeyCode.R);
        robot.write("half");
        assertThat(forward()).isEqualTo(floor.getFirst());
        assertThat(forward()).isEqualTo(floor.get(4));
        assertThat(backward()).isEqualTo(floor.getFirst());
        assertThat(backward()).isEqualTo(floor.get(1));
        assertThat(walk.window.model().composer().textProperty().get()).isEqualTo("half");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"R", "N"})
    void theKeyThatLeadsIntoTheBoxIsNotWrittenThere(KeyCode key) {
        open(floor.getFirst());
        robot.type(KeyCode.C);
        robot.type(KeyCode.ESCAPE);
        robot.type(key);
        robot.write("half");
        assertThat(walk.window.model().composer().textProperty().get()).isEqualTo("half");
    }

    @Test
    void withNothingOfMineControlAndTabStay() {
        open(floor.get(2));
        assertThat(forward()).isEqualTo(floor.get(2));
    }

    @Test
    void aDotCopiesTheNumberAndASecondOneTheNameToo() {
        open(floor.getFirst());
        robot.type(KeyCode.PERIOD);
        assertThat(clipboard()).isEqualTo("#" + floor.getFirst());
        robot.type(KeyCode.PERIOD);
        assertThat(clipboard()).isEqualTo("#" + floor.getFirst() + " Dewi Lestari");
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.PERIOD);
        assertThat(clipboard()).isEqualTo("#" + floor.getFirst());
    }

    @Test
    void theTextGrowsAndShrinksAndIsItselfAgain() {
        double before = size();
        with(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(size()).isGreaterThan(before);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT, KeyCode.CONTROL);
        double larger = size();
        with(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(size()).isLessThan(larger);
        with(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(size()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheseKeysDoStandsOnTheSheetAndInThePalette(Language language) {
        robot.interact(() -> walk.seat.texts().speak(language));
        robot.type(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        Node sheet = walk.window.scene().getRoot().lookup("#cheat-sheet");
        List<String> keys = Screens.on(() -> sheet.lookupAll(".key").stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .toList());
        assertThat(keys).contains("G M", "Ctrl+1", "Ctrl+Tab", ".", "..", "Ctrl +");
        robot.type(KeyCode.ESCAPE);
        open(floor.getFirst());
        with(KeyCode.CONTROL, KeyCode.K);
        robot.write(language == Language.ENGLISH ? "copy the number" : "번호 복사");
        robot.type(KeyCode.ENTER);
        assertThat(clipboard()).endsWith("Dewi Lestari");
    }

    @Test
    void whatThePaletteDoesNotKnowBreaksNothingAndEnterDoesNothing() {
        List<Throwable> broken = new CopyOnWriteArrayList<>();
        robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> broken.add(thrown)));
        try {
            with(KeyCode.CONTROL, KeyCode.K);
            robot.write("no such thing");
            robot.type(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
        } finally {
            robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
        assertThat(broken).isEmpty();
        assertThat(walk.window.palette().openProperty().get()).isTrue();
    }

    @Test
    void noKeyIsKeptForWhatDoesNotExist() {
        List<KeyCombination> bound = walk.window.palette().deeds().stream()
                .flatMap(deed -> deed.combinations().stream())
                .toList();
        assertThat(Arrays.stream(Keys.class.getFields()).filter(field -> !ELSEWHERE.contains(field.getName())))
                .allSatisfy(field -> assertThat(bound).contains(value(field)));
    }

    /** Bound by the views that have them, not over the whole window. */
    private static final List<String> ELSEWHERE =
            List.of("GO", "COPY", "SELECT_ALL", "PHONE", "PHONE_WRITE", "WEATHER");

    private static KeyCombination value(Field field) throws IllegalAccessException {
        return (KeyCombination) field.get(null);
    }

    private void with(KeyCode held, KeyCode typed) {
        robot.press(held).type(typed).release(held);
    }

    private ConversationId forward() {
        with(KeyCode.CONTROL, KeyCode.TAB);
        return chosen().orElseThrow();
    }

    private ConversationId backward() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT, KeyCode.CONTROL);
        return chosen().orElseThrow();
    }

    private Optional<ConversationId> chosen() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.window.model().conversation().id();
    }

    private void open(ConversationId id) {
        robot.interact(() -> {
            walk.window.model().inbox().choose(id);
            walk.window.list();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void view(View view) {
        robot.interact(() -> walk.window.model().inbox().viewProperty().set(view));
    }

    private View view() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.window.model().inbox().viewProperty().get();
    }

    private double size() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.themes.textSizeProperty().get();
    }

    private String clipboard() {
        WaitForAsyncUtils.waitForFxEvents();
        return Screens.on(() -> Clipboard.getSystemClipboard().getString());
    }
}
