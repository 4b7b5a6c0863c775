// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.EmojiView;
import baton.console.Link;
import baton.console.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;

/** A message's text as nodes for a text flow, and the way back from places in the flow to the characters. Screen's thread only. */
final class ShownText {
    private static final double SLANT = -0.2;
    private static final double ASCENT = 0.95;
    private static final char PICTURE = '\ufffc';

    private final List<Node> nodes = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder shown = new StringBuilder();
    private final Emoji emoji;
    private final BiConsumer<Text, Link> links;

    /** {@code links} makes a text node act as the link it is. */
    ShownText(String text, Emoji emoji, BiConsumer<Text, Link> links) {
        this.emoji = emoji;
        this.links = links;
        Markup.read(text.replace("\r\n", "\n").replace('\r', '\n')).forEach(this::add);
    }

    List<Node> nodes() {
        return nodes;
    }

    /** One character per place in the flow; a picture counts as one. */
    String shown() {
        return shown.toString();
    }

    /** The characters between two places, pictures as the emoji they stand for. */
    String characters(Stretch stretch) {
        var characters = new StringBuilder();
        for (Run run : runs) {
            int from = Math.max(stretch.from(), run.start());
            int to = Math.min(stretch.to(), run.start() + run.length());
            if (from < to) {
                characters.append(
                        run.isPicture()
                                ? run.characters()
                                : run.characters().substring(from - run.start(), to - run.start()));
            }
        }
        return characters.toString();
    }

    private void add(Markup.Span span) {
        for (Emoji.Piece piece : emoji.split(span.text())) {
            switch (piece) {
                case Emoji.Piece.Words words -> addWords(words.characters(), span);
                case Emoji.Piece.Picture picture -> addPicture(picture.characters(), span);
            }
        }
        span.link().filter(Link::isMasked).ifPresent(this::addHost);
    }

    private void addPicture(String characters, Markup.Span span) {
        Optional<Image> image = emoji.picture(characters);
        if (image.isEmpty()) {
            addWords(characters, span);
            return;
        }
        nodes.add(new EmojiView(characters, image.get()));
        runs.add(new Run(shown.length(), 1, characters, true));
        shown.append(PICTURE);
    }

    private void addWords(String characters, Markup.Span span) {
        if (span.styles().contains(Markup.Style.ITALIC)) {
            slanted(characters).forEach(word -> slant(addText(word, span)));
        } else {
            addText(characters, span);
        }
    }

    /** No font here has italics for all scripts, so words are slanted, one by one: a slanted line break would shift its lines. */
    private static List<String> slanted(String characters) {
        return List.of(characters.split("(?<=\\s)(?=\\S)"));
    }

    private static void slant(Text word) {
        var shear = new Shear(SLANT, 0);
        shear.pivotYProperty().bind(word.fontProperty().map(font -> font.getSize() * ASCENT));
        word.getTransforms().add(shear);
    }

    private Text addText(String characters, Markup.Span span) {
        Text text = text(characters);
        span.styles().forEach(style -> text.getStyleClass().add(style.name().toLowerCase(Locale.ROOT)));
        span.link().ifPresent(link -> {
            text.getStyleClass().add("link");
            links.accept(text, link);
        });
        return text;
    }

    /** Where an address pretends, its real host stands behind it; copying leaves it out. */
    private void addHost(Link link) {
        Text host = text(" (" + link.host() + ")");
        host.getStyleClass().add("host");
        runs.set(runs.size() - 1, runs.getLast().silent());
    }

    private Text text(String characters) {
        var text = new Text(characters);
        text.getStyleClass().add("words");
        nodes.add(text);
        runs.add(new Run(shown.length(), characters.length(), characters, false));
        shown.append(characters);
        return text;
    }

    private record Run(int start, int length, String characters, boolean isPicture) {
        Run silent() {
            return new Run(start, length, "", true);
        }
    }
}
