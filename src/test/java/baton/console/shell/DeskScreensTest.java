// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Language;
import baton.console.Screens;
import baton.domain.ConversationId;
import baton.sync.LinkState;
import baton.sync.View;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main window in every state, to {@code target/screens}, in both themes and languages. */
final class DeskScreensTest {
    @BeforeAll
    static void start() {
        Screens.start();
    }

    static List<Screens.Look> looks() {
        return Screens.Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void inboxFull(Screens.Look look) {
        picture("desk-full", look, (walk, floor) -> {
            walk.window.model().click(floor.getFirst());
            walk.window.model().composer().textProperty().set("Hari ini kak, resi menyusul 📦");
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingOpen(Screens.Look look) {
        picture("desk-nothing-open", look, (_, _) -> {});
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nobodyWaits(Screens.Look look) {
        Screens.run(() -> {
            Walk walk = Walk.still(new PretendHub(), look);
            draw("desk-empty", walk, look);
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void offline(Screens.Look look) {
        picture("desk-offline", look, (walk, floor) -> {
            walk.window.model().click(floor.getFirst());
            walk.window.model().composer().textProperty().set("Sudah dikirim kak");
            var _ = walk.window.model().composer().send();
            walk.hub.setLink(new LinkState.Offline(
                    walk.hub.now().minus(Duration.ofMinutes(3)), LinkState.Trouble.NOT_RUNNING, "refused"));
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void heldByAnother(Screens.Look look) {
        picture("desk-held", look, (walk, floor) -> {
            walk.window.model().inbox().choose(floor.get(2));
            walk.window.model().conversation().claim();
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void windowClosed(Screens.Look look) {
        picture("desk-window-closed", look, (walk, floor) -> {
            walk.window.model().inbox().choose(floor.get(3));
            walk.window.model().conversation().claim();
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noteMode(Screens.Look look) {
        picture("desk-note", look, (walk, floor) -> {
            walk.window.model().click(floor.get(1));
            walk.window.model().composer().noteProperty().set(true);
            walk.window.model().composer().textProperty().set("14:22 | Return | 교환 안내함");
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void holdEnds(Screens.Look look) {
        picture("desk-hold-ends", look, (walk, floor) -> {
            walk.window.model().click(floor.get(1));
            walk.pass(Duration.ofSeconds(152));
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void palette(Screens.Look look) {
        picture("desk-palette", look, (walk, floor) -> {
            walk.window.model().click(floor.getFirst());
            walk.window.palette().openProperty().set(true);
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void cheatSheet(Screens.Look look) {
        picture(
                "desk-keys",
                look,
                (walk, _) -> walk.window.palette().sheetProperty().set(true));
    }

    /** Below 1,100 px the customer panel folds away, below 800 px the list, which Esc brings back. */
    @ParameterizedTest
    @MethodSource("looks")
    void narrow(Screens.Look look) {
        PretendHub hub = new PretendHub();
        List<ConversationId> floor = Floor.fill(hub);
        Walk walk = Walk.still(hub, look);
        Scene scene = walk.window.scene();
        Screens.run(() -> {
            walk.window.model().inbox().viewProperty().set(View.ALL);
            walk.window.model().click(floor.getFirst());
        });
        walk.size(1280, 800);
        assertThat(panes(scene)).containsExactly("inbox-list", "bubbles", "customer-panel");
        walk.size(1099, 800);
        assertThat(panes(scene)).containsExactly("inbox-list", "bubbles");
        assertThat(listWidth(scene)).isBetween(320.0, 335.0);
        Screens.draw(scene, "desk-1000", look, 1000, 720);
        walk.size(799, 720);
        assertThat(panes(scene)).containsExactly("bubbles");
        Screens.draw(scene, "desk-700", look, 700, 720);
        walk.size(700, 720);
        Screens.run(walk.window::list);
        assertThat(panes(scene)).containsExactly("inbox-list");
        walk.size(1280, 800);
        assertThat(panes(scene)).containsExactly("inbox-list", "bubbles", "customer-panel");
        assertThat(listWidth(scene)).isBetween(320.0, 335.0);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingFound(Screens.Look look) {
        picture(
                "desk-not-found",
                look,
                (walk, _) -> walk.window.model().inbox().soughtProperty().set("nobody of this name"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void compactWithLargeText(Screens.Look look) {
        picture("desk-compact", look, (walk, floor) -> {
            walk.window.model().click(floor.getFirst());
            walk.window.looks().compactProperty().set(true);
            walk.themes.textSizeProperty().set(16);
        });
    }

    private static double listWidth(Scene scene) {
        return ((Region) scene.lookup("#inbox-list")).getWidth();
    }

    private static List<String> panes(Scene scene) {
        return Stream.of("inbox-list", "bubbles", "customer-panel")
                .filter(id -> scene.lookup("#" + id) != null)
                .toList();
    }

    private static void picture(String name, Screens.Look look, BiConsumer<Walk, List<ConversationId>> work) {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            List<ConversationId> floor = Floor.fill(hub);
            Walk walk = Walk.still(hub, look);
            walk.window.model().inbox().viewProperty().set(View.ALL);
            work.accept(walk, floor);
            draw(name, walk, look);
        });
    }

    private static void draw(String name, Walk walk, Screens.Look look) {
        var picture = Screens.draw(walk.window.scene(), name, look);
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(Screens.drawLarge(walk.window.scene(), name, look).getWidth())
                .isEqualTo(1920);
        if (look.language() == Language.KOREAN) {
            assertThat(walk.window.scene().getRoot().lookupAll(".button")).allSatisfy(DeskScreensTest::isWhole);
        }
    }

    /** A button shows all its words. */
    private static void isWhole(Node node) {
        if (node instanceof Labeled button
                && node.isVisible()
                && !button.getText().isEmpty()) {
            Node text = button.lookup(".text");
            boolean isCut = text instanceof Text drawn && !drawn.getText().equals(button.getText());
            assertThat(isCut && !(node instanceof Label) && button.getMinWidth() != 0)
                    .as(button.getText())
                    .isFalse();
        }
    }
}
