// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Screens;
import baton.domain.Command;
import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.SetAside;
import baton.domain.Silence;
import baton.sync.Books;
import baton.sync.BooksAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection page in every state, to {@code target/screens}, and the ways to it and through it. */
final class ConnectionScreensTest {
    private static final NumberId LINE = new NumberId("771940260085512");
    private static final NumberId OTHER = new NumberId("771940260085513");

    @BeforeAll
    static void start() {
        Screens.start();
    }

    static List<Screens.Look> looks() {
        return Screens.Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fullBoard(Screens.Look look) {
        picture(
                "connection-full",
                look,
                hub -> hub.setBooks(new BooksAnswer.Told(books(hub.now(), false))),
                walk -> {});
    }

    @ParameterizedTest
    @MethodSource("looks")
    void alarms(Screens.Look look) {
        picture(
                "connection-alarm",
                look,
                hub -> hub.setBooks(new BooksAnswer.Told(books(hub.now(), true))),
                walk -> button(walk, "#raw-4471").fire());
    }

    /** Its question can be read, though the box has the focus. */
    @ParameterizedTest
    @MethodSource("looks")
    void askedWhy(Screens.Look look) {
        picture("connection-why", look, hub -> hub.setBooks(new BooksAnswer.Told(books(hub.now(), true))), walk -> {
            button(walk, "#put-away-4402").fire();
            Screens.settle(walk.window.scene());
            assertThat(walk.window.scene().getFocusOwner())
                    .isEqualTo(walk.window.scene().lookup("#put-away-why-4402"));
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingYet(Screens.Look look) {
        picture(
                "connection-empty",
                look,
                hub -> hub.setBooks(new BooksAnswer.Told(new Books(
                        hub.now(),
                        new Books.Platform(Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty()),
                        List.of(new Books.Line(
                                LINE,
                                new Silence(Silence.State.NOT_ENOUGH_HISTORY, Optional.empty(), hub.now(), 0, 0))),
                        List.of(),
                        List.of(),
                        0,
                        List.of()))),
                walk -> {});
    }

    @ParameterizedTest
    @MethodSource("looks")
    void hubGone(Screens.Look look) {
        picture(
                "connection-failing",
                look,
                hub -> hub.setBooks(new BooksAnswer.Told(books(hub.now(), false))),
                walk -> {
                    walk.hub.setBooks(new BooksAnswer.NotTold("ConnectException: Connection refused"));
                    walk.pass(Duration.ofSeconds(31));
                    assertThat(texts(walk)).anyMatch(text -> text.contains("ConnectException"));
                });
    }

    @Test
    void whileTheHubIsAskedThePageSaysSoAndTheLatestAnswerCounts() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            var first = hub.holdBooks();
            Walk walk = open(hub, looks().getFirst());
            assertThat(texts(walk)).contains("Asking the hub…");
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), false)));
            button(walk, "#connection-again").setDisable(false);
            button(walk, "#connection-again").fire();
            first.complete(new BooksAnswer.NotTold("late"));
            Screens.settle(walk.window.scene());
            assertThat(texts(walk)).contains("agree").noneMatch(text -> text.contains("late"));
        });
    }

    @Test
    void replayAsksTheHubOnceAndTellsWhatCameOfIt() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), true)));
            Walk walk = open(hub, looks().getFirst());
            assertThat(texts(walk)).contains("Set aside (1,234)", "The newest 2 are shown.");
            button(walk, "#replay-4471").fire();
            Screens.settle(walk.window.scene());
            assertThat(hub.asked()).containsExactly(new Command.Replay(new DeliveryId("20261122-3187")));
            assertThat(texts(walk)).anyMatch(text -> text.contains("Taken in; it stands in the inbox now"));
            assertThat(walk.window.scene().getRoot().lookupAll("#connection .text-area"))
                    .isEmpty();
            button(walk, "#raw-4471").fire();
            Screens.settle(walk.window.scene());
            assertThat(((TextArea) walk.window.scene().getRoot().lookup("#connection .text-area")).getText())
                    .contains("wamid.HBgL");
        });
    }

    @Test
    void whatIsNothingIsPutAwayWithAReasonThatADrawnPageDoesNotForget() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), true)));
            Walk walk = open(hub, looks().getFirst());
            assertThat(texts(walk)).anyMatch(text -> text.endsWith("A test of the app dashboard"));
            assertThat(walk.window.scene().lookup("#put-away-4390")).isNull();
            button(walk, "#put-away-4402").fire();
            Screens.settle(walk.window.scene());
            assertThat(button(walk, "#put-away-now-4402").isDisabled()).isTrue();
            ((TextField) walk.window.scene().lookup("#put-away-why-4402")).setText("  spam ");
            walk.pass(Duration.ofSeconds(31));
            Screens.settle(walk.window.scene());
            button(walk, "#put-away-now-4402").fire();
            Screens.settle(walk.window.scene());
            assertThat(hub.asked()).containsExactly(new Command.PutAway(4402, "spam"));
            assertThat(walk.window.scene().lookup("#put-away-why-4402")).isNull();
            assertThat(texts(walk)).anyMatch(text -> text.contains("silent from now on"));
        });
    }

    @Test
    void whatWasPutAwayNamesThePersonAsTheConversationsDo() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), true)));
            Walk walk = open(hub, looks().getFirst());
            assertThat(texts(walk))
                    .anyMatch(text -> text.startsWith("Put away by Mina ("))
                    .anyMatch(text -> text.startsWith("Put away by left.long.ago ("));
        });
    }

    /** 16 px, as between the parts of any page (UI.md). */
    @Test
    void whatWasPutAwayStandsApartFromWhatWaits() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), true)));
            Walk walk = open(hub, looks().getFirst());
            Node last = walk.window.scene().lookup("#aside-4402");
            Label heading = (Label) walk.window.scene().lookup("#connection-away");
            double above = heading.getBoundsInParent().getMinY()
                    + heading.getInsets().getTop()
                    - last.getBoundsInParent().getMaxY();
            assertThat(above).isEqualTo(16);
        });
    }

    @Test
    void theRailWarnsWhileThePageIsClosed() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), true)));
            Walk walk = Walk.still(hub, looks().getFirst());
            Screens.settle(walk.window.scene());
            assertThat(button(walk, "#rail-connection").getAccessibleText()).contains("needs a look");
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), false)));
            walk.pass(Duration.ofSeconds(61));
            assertThat(button(walk, "#rail-connection").getAccessibleText()).contains("where it went");
        });
    }

    @Test
    void editorsSeeItWithoutReplayAndAgentsDoNot() {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.EDITOR);
            hub.setBooks(new BooksAnswer.Told(books(hub.now(), true)));
            Walk walk = open(hub, looks().getFirst());
            assertThat(walk.window.scene().lookup("#replay-4471")).isNull();
            assertThat(walk.window.scene().lookup("#put-away-4471")).isNull();
            assertThat(walk.window.scene().lookup("#raw-4471")).isNotNull();
            Walk agent = Walk.still(new PretendHub(), looks().getFirst());
            Screens.settle(agent.window.scene());
            assertThat(agent.window.scene().lookup("#rail-connection").isVisible())
                    .isFalse();
        });
    }

    private static void picture(String name, Screens.Look look, Consumer<PretendHub> before, Consumer<Walk> after) {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            hub.setRole(Role.ADMIN);
            Floor.fill(hub);
            before.accept(hub);
            Walk walk = open(hub, look);
            after.accept(walk);
            var drawn = Screens.draw(walk.window.scene(), name, look);
            assertThat(drawn.getWidth()).isEqualTo(1280);
            Screens.drawLarge(walk.window.scene(), name, look);
            assertThat(walk.window.scene().lookup("#connection").isVisible()).isTrue();
            assertThat(walk.window.scene().getRoot().lookupAll("#connection .cell"))
                    .allSatisfy(ConnectionScreensTest::isWhole);
        });
    }

    private static void isWhole(Node cell) {
        assertThat(((Label) cell).getWidth())
                .as(((Label) cell).getText())
                .isGreaterThanOrEqualTo(((Label) cell).prefWidth(-1) - 0.5);
    }

    private static Walk open(PretendHub hub, Screens.Look look) {
        Walk walk = Walk.still(hub, look);
        Screens.settle(walk.window.scene());
        button(walk, "#rail-connection").fire();
        Screens.settle(walk.window.scene());
        return walk;
    }

    private static Button button(Walk walk, String id) {
        return (Button) walk.window.scene().getRoot().lookup(id);
    }

    private static List<String> texts(Walk walk) {
        List<String> texts = new ArrayList<>();
        walk.window.scene().getRoot().lookupAll("#connection .label").forEach(node -> {
            if (node instanceof Label label) {
                texts.add(label.getText());
            }
        });
        return texts;
    }

    private static Books books(Instant now, boolean alarming) {
        Silence silent = new Silence(
                Silence.State.SILENT,
                Optional.of(now.minus(Duration.ofMinutes(52))),
                now.minus(Duration.ofMinutes(52)),
                0,
                41);
        Silence usual = new Silence(
                Silence.State.USUAL,
                Optional.of(now.minus(Duration.ofMinutes(1))),
                now.minus(Duration.ofHours(2)),
                96,
                88);
        List<Books.Day> days = new ArrayList<>();
        LocalDate today = LocalDate.parse("2026-11-22");
        for (int ago = 0; ago < 5; ago++) {
            days.add(
                    day(today.minusDays(ago), LINE, 1_204 - 97L * ago, ago == 1 ? 3 : 0, alarming && ago == 0 ? 2 : 0));
            days.add(day(today.minusDays(ago), OTHER, 310 + 12L * ago, 0, 0));
        }
        return new Books(
                now,
                alarming
                        ? new Books.Platform(
                                Optional.of(false),
                                now.minus(Duration.ofMinutes(50)),
                                Optional.of("The access token is not valid"),
                                Optional.of(new Books.Token(false, Optional.empty(), List.of(), now)))
                        : new Books.Platform(
                                Optional.of(true),
                                now.minus(Duration.ofHours(9)),
                                Optional.empty(),
                                Optional.of(new Books.Token(
                                        true, Optional.empty(), List.of(), now.minus(Duration.ofSeconds(20))))),
                List.of(new Books.Line(LINE, alarming ? silent : usual), new Books.Line(OTHER, usual)),
                days,
                alarming ? asides(now) : List.of(),
                alarming ? 1_234 : 0,
                alarming
                        ? List.of(
                                away(4390, "mina", "A test of the app dashboard", now),
                                away(4388, "left.long.ago", "The same test, sent twice", now))
                        : List.of());
    }

    private static Books.Day day(LocalDate day, NumberId number, long received, long waiting, long aside) {
        Map<SetAside, Long> reasons =
                aside == 0 ? Map.of() : Map.of(SetAside.UNKNOWN_NUMBER, 1L, SetAside.NO_SENDER, 1L);
        return new Books.Day(
                day,
                number,
                new Books.Counts(received, received - waiting - aside - 7, waiting, 7, aside, 0, aside / 2),
                reasons);
    }

    private static Books.Aside away(long id, String who, String why, Instant now) {
        return new Books.Aside(
                id,
                new DeliveryId("20261122-2871"),
                now.minus(Duration.ofHours(3)),
                Optional.of(LINE),
                SetAside.UNREADABLE,
                "the change has no value",
                Optional.of("{}"),
                Optional.of(new Books.PutAway(new PersonId(who), now.minus(Duration.ofHours(1)), why)));
    }

    private static List<Books.Aside> asides(Instant now) {
        return List.of(
                new Books.Aside(
                        4471,
                        new DeliveryId("20261122-3187"),
                        now.minus(Duration.ofMinutes(4)),
                        Optional.of(new NumberId("15550009999")),
                        SetAside.UNKNOWN_NUMBER,
                        "Nobody told Baton of this phone number id",
                        Optional.of(
                                "{\"from\":\"6281234567890\",\"id\":\"wamid.HBgLNjI4MTIzNDU2Nzg5MA\",\"timestamp\":\"1795324920\",\"type\":\"text\",\"text\":{\"body\":\"Halo"
                                    + " kak\"}}"),
                        Optional.empty()),
                new Books.Aside(
                        4402,
                        new DeliveryId("20261122-2990"),
                        now.minus(Duration.ofHours(2)),
                        Optional.of(LINE),
                        SetAside.NO_SENDER,
                        "Neither a phone number nor a user id names who wrote",
                        Optional.of("{\"id\":\"wamid.HBgLX\",\"type\":\"text\"}"),
                        Optional.empty()));
    }
}
