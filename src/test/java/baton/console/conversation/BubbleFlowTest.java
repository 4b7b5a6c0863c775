// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import baton.console.Language;
import baton.console.Screens;
import baton.domain.Content;
import baton.domain.MediaKind;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Quote;
import baton.domain.Sending;
import baton.domain.SendingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BubbleFlowTest {
    private static final MessageId WATCHED = new MessageId(60);

    private final Gallery gallery = new Gallery();
    private BubbleFlow flow;
    private StackPane root;
    private Scene scene;

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @BeforeEach
    void build() {
        Screens.run(() -> {
            flow = new BubbleFlow(gallery.desk(Language.ENGLISH));
            root = new StackPane(flow);
            scene = Screens.scene(root, Screens.Look.all().getFirst(), 700, 600);
        });
    }

    @Test
    void itOpensAtTheBottomAndFollows() {
        open(gallery.many(120).rows());
        assertThat(top(new MessageId(120))).isBetween(300.0, 600.0);
        update(gallery.many(1).rows());
        assertThat(top(new MessageId(121))).isBetween(300.0, 600.0);
        assertThat(flow.newBelowProperty().get()).isZero();
    }

    @Test
    void aMessageBelowDoesNotMoveWhatIsRead() {
        watch();
        stays(() -> update(gallery.many(3).rows()));
        assertThat(flow.newBelowProperty().get()).isEqualTo(2);
        Screens.run(() -> {
            flow.toBottom();
            Screens.settle(scene);
        });
        assertThat(flow.newBelowProperty().get()).isZero();
    }

    @Test
    void anOlderPageInFrontDoesNotMoveWhatIsRead() {
        List<BubbleRow> all = gallery.many(120).rows();
        List<BubbleRow> page = all.subList(50, 120);
        open(page);
        Screens.run(() -> {
            flow.jumpTo(new MessageId(52));
            Screens.settle(scene);
        });
        double before = top(new MessageId(53));
        update(all);
        assertThat(top(new MessageId(53))).isCloseTo(before, within(1.0));
    }

    @Test
    void anEditBesideDoesNotMoveWhatIsRead() {
        watch();
        MessageId above = new MessageId(59);
        stays(() -> update(changed(above, it -> it.withContent(new Content.Text("longer ".repeat(200))))));
        MessageId below = new MessageId(61);
        stays(() -> update(changed(below, it -> it.withContent(new Content.Text("longer ".repeat(200))))));
        stays(() -> update(changed(new MessageId(2), it -> it.withContent(new Content.Text("far away ".repeat(100))))));
    }

    @Test
    void aTickDoesNotMoveWhatIsRead() {
        watch();
        for (SendingState state : SendingState.values()) {
            Sending sending = gallery.sending(state);
            stays(() -> update(changed(new MessageId(57), it -> it.withSending(sending))));
            stays(() -> update(changed(new MessageId(63), it -> it.withSending(sending))));
        }
    }

    @Test
    void aTickLeavesTheBubbleAndWhatIsMarkedInIt() {
        watch();
        SelectableText text = Screens.on(() -> marked(WATCHED));
        String before = Screens.on(text::marked);
        assertThat(before).isNotEmpty();
        Sending delivered = gallery.sending(SendingState.DELIVERED);
        update(changed(WATCHED, it -> it.withSending(delivered)));
        assertThat(Screens.on(text::marked)).isEqualTo(before);
        assertThat(Screens.on(() -> Objects.equals(text.getScene(), scene))).isTrue();
        update(changed(WATCHED, it -> it.withContent(new Content.Text("another text"))));
        assertThat(Screens.on(() -> Objects.equals(text.getScene(), scene)))
                .as("what says something else is built anew")
                .isFalse();
    }

    private SelectableText marked(MessageId id) {
        SelectableText text = flow.lookupAll(".bubble-cell").stream()
                .filter(BubbleCell.class::isInstance)
                .map(BubbleCell.class::cast)
                .filter(cell -> cell.entry().row().id().equals(id))
                .flatMap(cell -> cell.lookupAll(".message-text").stream())
                .map(SelectableText.class::cast)
                .findFirst()
                .orElseThrow();
        text.markAll();
        return text;
    }

    @Test
    void aPictureThatArrivesDoesNotMoveWhatIsRead() {
        watch();
        var media = new Content.Media(
                MediaKind.IMAGE, "m", "image/jpeg", Optional.empty(), Optional.empty(), Optional.empty());
        update(changed(new MessageId(59), it -> it.withContent(media)));
        stays(() -> update(gallery.rows().stream()
                .map(row -> row.id().equals(new MessageId(59))
                        ? row.withMedia(new BubbleRow.MediaFacts(Optional.of(52_000L), BubbleRow.MediaFacts.State.HERE))
                        : row)
                .toList()));
    }

    @Test
    void anotherWidthDoesNotMoveWhatIsRead() {
        watch();
        for (double width : new double[] {500, 420, 690, 700}) {
            stays(() -> Screens.run(() -> {
                flow.setMaxWidth(width);
                Screens.settle(scene);
            }));
        }
    }

    @Test
    void ofTenThousandMessagesOnlyThoseInViewAreBuilt() {
        List<BubbleRow> rows = gallery.many(10_000).rows();
        int before = Screens.on(() -> flow.board().built());
        open(rows);
        assertThat(Screens.on(() -> flow.board().built()) - before).isBetween(1, 40);
    }

    @Test
    void aMessageThatComesLateMayBringItsDayTwice() {
        gallery.many(4)
                .after(Duration.ofDays(-2))
                .many(2)
                .after(Duration.ofDays(2))
                .many(2);
        open(gallery.rows());
        assertThat(Screens.on(() -> flow.lookupAll(".divider.day").size())).isEqualTo(3);
    }

    @Test
    void itOpensWhereUnreadBegins() {
        List<BubbleRow> rows = gallery.many(120).rows();
        Screens.run(() -> {
            flow.open(rows, Optional.of(new MessageId(80)));
            Screens.settle(scene);
        });
        assertThat(top(new MessageId(80))).isBetween(0.0, 120.0);
        assertThat(Screens.on(() -> flow.atBottomProperty().get())).isFalse();
    }

    @Test
    void aQuoteJumpsToItsSourceAndAsksForWhatIsNotThere() {
        List<BubbleRow> rows = new ArrayList<>(gallery.many(120).rows());
        open(rows);
        assertThat(Screens.on(() -> flow.jumpTo(new MessageId(7)))).isTrue();
        assertThat(top(new MessageId(7))).isCloseTo(200, within(1.0));
        assertThat(Screens.on(() -> flow.jumpTo(new MessageId(999)))).isFalse();
        assertThat(gallery.asked).containsExactly("find 999");
    }

    @Test
    void anOlderPageIsWantedOnceForEachOldestRow() {
        List<BubbleRow> all = gallery.many(300).rows();
        var wanted = new ArrayList<String>();
        Screens.run(() -> flow.setOnOlder(() -> wanted.add("older")));
        open(all.subList(200, 300));
        assertThat(wanted).isEmpty();
        scroll(-100_000);
        scroll(-10);
        assertThat(wanted).hasSize(1);
        update(all.subList(100, 300));
        scroll(-100_000);
        assertThat(wanted).hasSize(2);
    }

    @Test
    void keysMarkRowsAndCopyThemWithTimeAndName() {
        open(gallery.many(9).rows());
        press(KeyCode.UP, false);
        press(KeyCode.UP, true);
        assertThat(Screens.on(flow::copied).lines())
                .satisfiesExactly(
                        first -> assertThat(first).matches("22 Nov 2026, 09:\\d\\d Dewi Lestari: Message 8 .*"),
                        second -> assertThat(second).matches("22 Nov 2026, 09:\\d\\d 박준호: Message 9 .*"));
        press(KeyCode.ESCAPE, false);
        assertThat(Screens.on(flow::copied)).isEmpty();
    }

    @Test
    void rawDataOpensUnderTheClickAndNothingJumps() {
        gallery.many(30).customer(new Content.Unknown("hologram", "{\"a\":[1,2,3]}"));
        MessageId last = new MessageId(31);
        open(gallery.rows());
        double before = top(last);
        Screens.run(() -> {
            ((Button) flow.lookup(".raw .bubble-button")).fire();
            Screens.settle(scene);
        });
        assertThat(top(last)).isCloseTo(before, within(1.0));
        assertThat(flow.lookup(".raw-text")).isNotNull();
    }

    @Test
    void failuresOfferTheirWayOut() {
        gallery.outcomes();
        open(gallery.rows());
        Screens.run(() -> {
            scene.getRoot().resize(700, 2000);
            root.setMinHeight(2000);
            Screens.settle(scene);
            flow.resize(700, 2000);
            Screens.settle(scene);
            for (String id : List.of("again-4", "retry-10", "take-back-11")) {
                ((Button) flow.lookup("#" + id)).fire();
            }
        });
        assertThat(gallery.asked).containsExactly("settle 4 SEND_AGAIN", "retry 10", "take back 11");
    }

    @Test
    void everyRowSaysWhatItIsToAScreenReader() {
        Message question = gallery.customer("Kapan?");
        gallery.add(
                new baton.domain.Author.Person(Gallery.MINA),
                new Content.Text("Besok"),
                it -> it.withQuote(Optional.of(Quote.of(question.wamid().orElseThrow())))
                        .withSending(gallery.sending(SendingState.READ)));
        open(gallery.rows());
        assertThat(Screens.on(() ->
                        flow.board().bubble(new MessageId(2)).orElseThrow().getAccessibleText()))
                .isEqualTo("Mina Kim, answers Dewi Lestari: Kapan?, Besok, 09:11, Read");
    }

    private void watch() {
        open(gallery.many(120).rows());
        Screens.run(() -> {
            flow.jumpTo(WATCHED);
            Screens.settle(scene);
        });
    }

    private void stays(Runnable change) {
        double before = top(WATCHED);
        change.run();
        assertThat(top(WATCHED)).isCloseTo(before, within(1.0));
    }

    private List<BubbleRow> changed(MessageId id, UnaryOperator<Message> change) {
        return gallery.rows().stream()
                .map(row -> row.id().equals(id) ? gallery.row(change.apply(row.message())) : row)
                .toList();
    }

    private void open(List<BubbleRow> rows) {
        Screens.run(() -> {
            flow.open(rows, Optional.empty());
            Screens.settle(scene);
        });
    }

    private void update(List<BubbleRow> rows) {
        Screens.run(() -> {
            flow.update(rows);
            Screens.settle(scene);
        });
    }

    private void scroll(double pixels) {
        Screens.run(() -> {
            flow.scrollBy(pixels);
            Screens.settle(scene);
        });
    }

    private void press(KeyCode code, boolean isShift) {
        Screens.run(
                () -> flow.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isShift, false, false, false)));
    }

    /** The top of the row's cell in the view. */
    private double top(MessageId id) {
        return Screens.on(() -> flow.board().bubble(id).orElseThrow().getLayoutY());
    }
}
