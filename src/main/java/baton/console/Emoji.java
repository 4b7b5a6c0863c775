// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/**
 * Emoji as colour pictures, found in text grapheme by grapheme (skin tones, flags, families are one each). What it does not know stays
 * text, drawn in the monochrome font. Their list and their pictures are read when first needed, pictures strip by strip. Screen's thread only.
 */
public final class Emoji {
    /** A stretch of text, or the characters of one picture. */
    public sealed interface Piece {
        String characters();

        record Words(String characters) implements Piece {}

        record Picture(String characters) implements Piece {}
    }

    /** One emoji as a picker offers it: {@code group} is a word such as faces or flags, {@code names} English search words. */
    public record Known(String characters, String group, String names) {}

    /** All there are, and where each stands among them. */
    private record Index(List<Known> known, Map<String, Integer> places) {
        static Index of(List<Known> known) {
            Map<String, Integer> places = new HashMap<>();
            for (int place = 0; place < known.size(); place++) {
                places.putIfAbsent(bare(known.get(place).characters()), place);
            }
            return new Index(known, places);
        }
    }

    private static final String FOLDER = "/assets/emoji/";
    private static final int PER_STRIP = 64;
    private static final int PIXELS = 64;
    private static final int PICTURES_KEPT = 400;
    private static final String NO_GROUP = "-";

    /** Letters, marks and punctuation of people's languages: no emoji is made of these alone. */
    private static final int SYMBOLS_FROM = 0x203C;

    private static final int IDEOGRAPHS_FROM = 0x3400;
    private static final int SURROGATES_FROM = 0xD800;

    private Optional<Index> index = Optional.empty();
    private final Map<Integer, Image> pictures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
            return size() > PICTURES_KEPT;
        }
    };

    /** Those a picker offers, in its order; skin tones are left out. */
    public List<Known> offered() {
        return index().known().stream()
                .filter(each -> !each.group().equals(NO_GROUP))
                .toList();
    }

    /** The text in pieces whose characters, joined, are the text again. */
    public List<Piece> split(String text) {
        if (text.chars().noneMatch(Emoji::isSymbol)) {
            return text.isEmpty() ? List.of() : List.of(new Piece.Words(text));
        }
        var pieces = new ArrayList<Piece>();
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int wordsFrom = 0;
        int from = graphemes.first();
        for (int to = graphemes.next(); to != BreakIterator.DONE; from = to, to = graphemes.next()) {
            if (isPicture(text, from, to)) {
                addWords(text, wordsFrom, from, pieces);
                pieces.add(new Piece.Picture(text.substring(from, to)));
                wordsFrom = to;
            }
        }
        addWords(text, wordsFrom, text.length(), pieces);
        return List.copyOf(pieces);
    }

    /** The number of emoji if the text is nothing but 1 to {@code most} of them, else 0: such messages are drawn large. */
    public int alone(String text, int most) {
        if (text.length() > most * 16) {
            return 0;
        }
        List<Piece> pieces = split(text.strip());
        boolean isAlone = pieces.stream()
                .allMatch(piece ->
                        piece instanceof Piece.Picture || piece.characters().isBlank());
        long count = pieces.stream().filter(Piece.Picture.class::isInstance).count();
        return isAlone && count <= most ? (int) count : 0;
    }

    /** The picture, 64 × 64 pixels, or empty where there is none. */
    public Optional<Image> picture(String characters) {
        return Optional.ofNullable(index().places().get(bare(characters))).map(place -> {
            Image ready = pictures.get(place);
            return ready != null ? ready : cut(place);
        });
    }

    private Image cut(int place) {
        Image strip = strip(place / PER_STRIP);
        Image picture = new WritableImage(strip.getPixelReader(), place % PER_STRIP * PIXELS, 0, PIXELS, PIXELS);
        pictures.put(place, picture);
        return picture;
    }

    private static Image strip(int number) {
        String file = FOLDER + "%02d.png".formatted(number);
        try (InputStream bytes = Emoji.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The emoji " + file + " are missing");
            }
            return new Image(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the emoji " + file, e);
        }
    }

    private boolean isPicture(String text, int from, int to) {
        int first = text.codePointAt(from);
        if ((first < 0x80 && to - from == 1) || text.charAt(to - 1) == '\ufe0e') {
            return false;
        }
        boolean isOneCharacter = Character.charCount(first) == to - from;
        boolean looksLikeOne = !isOneCharacter || Character.isEmojiPresentation(first) || isPictureByHabit(first);
        return looksLikeOne && index().places().containsKey(bare(text.substring(from, to)));
    }

    /** Hearts, hands and weather are pictures on every phone, though Unicode calls them text when they stand bare. */
    private static boolean isPictureByHabit(int codePoint) {
        return Character.isEmoji(codePoint) && (codePoint >= 0x1F000 || (codePoint >= 0x2600 && codePoint < 0x27C0));
    }

    private static void addWords(String text, int from, int to, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece.Words(text.substring(from, to)));
        }
    }

    private static String bare(String characters) {
        return characters.replace("\ufe0f", "");
    }

    private static boolean isSymbol(int unit) {
        return (unit >= SYMBOLS_FROM && unit < IDEOGRAPHS_FROM) || unit >= SURROGATES_FROM;
    }

    /** Read when a text first needs it. */
    private Index index() {
        Index read = index.orElseGet(() -> Index.of(read()));
        index = Optional.of(read);
        return read;
    }

    private static List<Known> read() {
        try (InputStream bytes = Emoji.class.getResourceAsStream(FOLDER + "index.tsv")) {
            if (bytes == null) {
                throw new IllegalStateException("The list of emoji is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return lines.lines().map(Emoji::known).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of emoji", e);
        }
    }

    private static Known known(String line) {
        String[] fields = line.split("\t", -1);
        var characters = new StringBuilder();
        for (String code : fields[0].split(" ")) {
            characters.appendCodePoint(Integer.parseInt(code, 16));
        }
        return new Known(characters.toString(), fields[1], fields[2]);
    }
}
