// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Screens;
import baton.console.Screens.Look;
import baton.domain.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws the conversation in every look, so that anyone can open the pictures, and checks cheaply that they hold something. */
final class ConversationScreensTest {
    /** The usual width; what is drawn at it is drawn on a large screen too. */
    private static final int DESK = 1280;

    @BeforeAll
    static void start() {
        Screens.start();
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyKindOfBubbleIsDrawn(Look look) {
        assertThat(Screens.cssComplaints(() -> {
                    draw("conversation-talk", look, 1280, 800, Gallery::talk);
                    draw("conversation-letters", look, 1280, 800, Gallery::letters);
                    draw("conversation-outcomes", look, 1280, 1130, Gallery::outcomes);
                    draw("conversation-kinds", look, 1280, 1420, Gallery::kinds);
                    draw(
                            "conversation-large",
                            look,
                            1920,
                            1080,
                            it -> it.kinds().talk());
                    draw(
                            "conversation-narrow",
                            look,
                            480,
                            800,
                            it -> it.letters().talk());
                    draw("conversation-empty", look, 1280, 800, it -> it);
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theHistoryOfAMessageIsDrawn(Look look) {
        Scene scene = Screens.on(() -> {
            var gallery = new Gallery().talk();
            BubbleRow edited = gallery.rows().stream()
                    .filter(row -> !row.message().marks().edits().isEmpty())
                    .findFirst()
                    .orElseThrow();
            var meta = new BubbleMeta(edited, gallery.desk(look.language()));
            return Screens.scene(new StackPane(meta.history()), look, 360, 200);
        });
        assertThat(colours(Screens.draw(scene, "conversation-history", look))).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aConversationBeingReadIsDrawn(Look look) {
        Gallery gallery = new Gallery().many(40);
        Scene scene = Screens.on(() -> {
            var flow = new BubbleFlow(gallery.desk(look.language()));
            flow.open(gallery.rows(), Optional.of(new MessageId(30)));
            Scene drawn = Screens.scene(flow, look, 1280, 800);
            Screens.settle(drawn);
            flow.update(gallery.many(5).rows());
            Screens.settle(drawn);
            ((SelectableText) flow.lookup(".message-text")).markAll();
            flow.board().bubble(new MessageId(32)).orElseThrow().setFlash(true);
            flow.board().bubble(new MessageId(33)).orElseThrow().setSelected(true);
            flow.board().bubble(new MessageId(34)).orElseThrow().setCurrent(true);
            return drawn;
        });
        assertThat(colours(Screens.draw(scene, "conversation-reading", look))).hasSizeGreaterThan(20);
    }

    private static void draw(String name, Look look, int width, int height, UnaryOperator<Gallery> story) {
        Gallery gallery = story.apply(new Gallery());
        Scene scene = Screens.on(() -> {
            var flow = new BubbleFlow(gallery.desk(look.language()));
            flow.open(gallery.rows(), Optional.empty());
            return Screens.scene(flow, look, width, height);
        });
        WritableImage picture = Screens.draw(scene, name, look);
        if (width == DESK) {
            Screens.drawLarge(scene, name, look);
        }
        assertThat(colours(picture))
                .as("colours of %s", name)
                .hasSizeGreaterThan(gallery.rows().isEmpty() ? 0 : 20);
    }

    private static Set<Integer> colours(WritableImage picture) {
        var colours = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }
}
