// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.NameView;
import baton.console.Screens;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.sync.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The inbox under the hands and eyes of somebody who reads it while customers write. */
final class RowsInViewTest {
    private static final double ROW = 64;
    private static final double EDGE = 4;

    private final FxRobot robot = new FxRobot();
    private final PretendHub hub = new PretendHub();
    private List<ConversationId> customers = List.of();
    private Walk walk;

    @BeforeAll
    static void startScreens() {
        Screens.start();
    }

    /** Customer 0 wrote last, customer 99 first. */
    @BeforeEach
    void openDesk() {
        customers = IntStream.range(0, 100)
                .mapToObj(
                        i -> hub.customer("Customer " + i, "82101234" + (1000 + i), "Hello", Duration.ofMinutes(5 + i)))
                .toList();
        walk = Walk.inWindow(hub);
        robot.interact(() -> walk.window.model().inbox().viewProperty().set(View.ALL));
        robot.interact(() -> walk.window.list());
    }

    @AfterEach
    void closeDesk() {
        walk.close();
    }

    @Test
    void atTheTopOneSeesWhatComes() {
        assertThat(inView()).containsEntry(EDGE, "Customer 0").containsEntry(EDGE + ROW, "Customer 1");
        writes(50);
        assertThat(inView()).containsEntry(EDGE, "Customer 50").containsEntry(EDGE + ROW, "Customer 0");
    }

    @Test
    void awayFromTheTopRowsStayWhereTheyAreWhateverComesAbove() {
        turnWheel(-20.5 * ROW);
        Map<Double, String> before = inView();
        assertThat(before).containsEntry(EDGE - 0.5 * ROW, "Customer 20");
        writes(80);
        writes(90);
        assertThat(inView()).isEqualTo(before);
    }

    @Test
    void whoWritesLeavesAHoleThatThoseBelowFill() {
        turnWheel(-20.5 * ROW);
        writes(20);
        writes(22);
        Map<Double, String> after = inView();
        assertThat(after.values()).doesNotContain("Customer 20", "Customer 22");
        assertThat(after).containsEntry(EDGE + 0.5 * ROW, "Customer 21").containsEntry(EDGE + 1.5 * ROW, "Customer 23");
    }

    @Test
    void anotherViewBeginsAtItsTop() {
        turnWheel(-20 * ROW);
        robot.interact(() -> walk.window.model().inbox().viewProperty().set(View.UNASSIGNED));
        assertThat(inView()).containsEntry(EDGE, "Customer 0");
    }

    @Test
    void arrowsPagesAndEndsChooseAndShow() {
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
        assertThat(chosen()).isEqualTo("Customer 0");
        robot.type(KeyCode.END);
        assertThat(chosen()).isEqualTo("Customer 99");
        assertThat(inView().values()).contains("Customer 99");
        robot.type(KeyCode.PAGE_UP);
        assertThat(inView().values()).contains(chosen()).contains("Customer 99");
        robot.type(KeyCode.HOME);
        assertThat(chosen()).isEqualTo("Customer 0");
        assertThat(inView()).containsEntry(EDGE, "Customer 0");
    }

    @Test
    void theBarSaysWhereOneIsAndLeadsAnywhere() {
        ScrollBar bar = Screens.on(() -> (ScrollBar) list().lookup(".scroll-bar"));
        turnWheel(-10 * ROW);
        assertThat(bar.getValue()).isEqualTo(10 * ROW);
        robot.interact(() -> bar.setValue(bar.getMax()));
        assertThat(inView().values()).contains("Customer 99");
        turnWheel(-ROW);
        assertThat(bar.getValue()).isEqualTo(bar.getMax());
    }

    @Test
    void whoHearsTheScreenHearsTheChosenRow() {
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        Node focused = Screens.on(() -> (Node) list().queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
        assertThat(Screens.on(() -> focused.queryAccessibleAttribute(AccessibleAttribute.INDEX)))
                .isEqualTo(1);
        assertThat(Screens.on(() -> (String) focused.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .contains("Customer 1", "Hello", "waiting for 6 m");
    }

    @Test
    void cellsAreUsedAgainAndNotMade() {
        turnWheel(-30.5 * ROW);
        int most = cells().size() + 1; // as many as fit, and one that is cut at each edge
        for (int i = 0; i < 60; i++) {
            turnWheel(i % 2 == 0 ? -7 * ROW : 5 * ROW);
        }
        assertThat(cells()).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void theChosenRowShowsWhetherTheListHasTheKeys() {
        robot.type(KeyCode.DOWN);
        Paint withKeys = edgeOfChosen();
        robot.interact(() -> walk.window.scene().lookup("#inbox-search").requestFocus());
        Paint without = edgeOfChosen();
        assertThat(without).isNotEqualTo(withKeys);
        robot.interact(() -> walk.window.list());
        assertThat(edgeOfChosen()).isEqualTo(withKeys);
        robot.type(KeyCode.DOWN);
        assertThat(edgeOfChosen()).isEqualTo(withKeys);
        assertThat(edge(cells().getFirst())).isNotIn(withKeys, without);
    }

    @Test
    void aRowHasItsStylesWhenItIsFirstLaidOut() {
        Walk fresh = Walk.begin(hub, Screens.Look.all().getFirst());
        List<String> families = Screens.on(() -> {
            Parent root = fresh.window.scene().getRoot();
            root.resize(1_280, 800);
            root.applyCss();
            root.layout();
            return root.lookupAll("#inbox-list .inbox-cell > .name > .words").stream()
                    .map(words -> ((Text) words).getFont().getFamily())
                    .distinct()
                    .toList();
        });
        assertThat(families).singleElement().asString().startsWith("Pretendard");
    }

    /** Its cell had another row before, which nobody held. */
    @Test
    void aRowThatComesIntoViewHasItsStylesWhenItIsFirstLaidOut() {
        hub.writes(customers.get(0), "Anybody there?");
        hub.heldBy(customers.get(0), new PersonId("jun"));
        robot.interact(() -> walk.window.model().inbox().viewProperty().set(View.UNASSIGNED));
        assertThat(inView()).doesNotContainValue("Customer 0");
        List<Paint> first = Screens.on(() -> {
            Parent root = walk.window.scene().getRoot();
            walk.window.model().inbox().viewProperty().set(View.ALL);
            root.layout();
            return looks(root);
        });
        List<Paint> later = Screens.on(() -> {
            Screens.settle(walk.window.scene());
            return looks(walk.window.scene().getRoot());
        });
        assertThat(first).isNotEmpty().doesNotContain(Color.BLACK).isEqualTo(later);
    }

    /** Of all that is drawn in rows. */
    private static List<Paint> looks(Parent root) {
        return Stream.of(".track", ".arc", ".words", ".time", ".holder")
                .flatMap(each -> root.lookupAll("#inbox-list .inbox-cell " + each).stream())
                .filter(node -> node.getParent().isVisible())
                .map(node -> node instanceof Text text ? text.getFill() : ((Shape) node).getStroke())
                .toList();
    }

    private Paint edgeOfChosen() {
        int place = Integer.parseInt(chosen().replace("Customer ", ""));
        return edge(cells().get(place));
    }

    private static Paint edge(Node cell) {
        return ((Region) cell).getBorder().getStrokes().getFirst().getTopStroke();
    }

    private void writes(int customer) {
        hub.wait(Duration.ofSeconds(1));
        hub.writes(customers.get(customer), "Anybody there?");
        WaitForAsyncUtils.waitForFxEvents();
        Screens.run(() -> Screens.settle(walk.window.scene()));
    }

    private void turnWheel(double pixels) {
        robot.interact(() -> list().fireEvent(Screens.wheel(pixels)));
    }

    private String chosen() {
        return Screens.on(() -> walk.window.model().inbox().chosenProperty().get())
                .map(id -> "Customer " + customers.indexOf(id))
                .orElse("nobody");
    }

    private Node list() {
        return walk.window.scene().lookup("#inbox-list");
    }

    private List<Node> cells() {
        return Screens.on(() -> {
            Screens.settle(walk.window.scene());
            return List.copyOf(walk.window.scene().getRoot().lookupAll("#inbox-list .inbox-cell"));
        });
    }

    /** Names by how far below the top of the list they stand. */
    private Map<Double, String> inView() {
        Map<Double, String> names = new TreeMap<>();
        cells().stream()
                .filter(Node::isVisible)
                .forEach(cell -> names.put(cell.getLayoutY(), ((NameView) cell.lookup(".name")).name()));
        return names;
    }
}
