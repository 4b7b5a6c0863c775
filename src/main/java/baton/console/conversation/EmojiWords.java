// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What emoji are called: all in English, those that shops use most in Korean too. */
final class EmojiWords {
    private static final String FILE = "/assets/emoji/words-ko.tsv";
    private final Map<String, String> korean = read();

    /** The Korean words where there are some and the reader is Korean, or else the English ones. */
    String name(Emoji.Known emoji, Locale reader) {
        return reader.getLanguage().equals(Locale.KOREAN.getLanguage())
                ? korean.getOrDefault(bare(emoji.characters()), emoji.names())
                : emoji.names();
    }

    /** Those whose words have each of the sought ones in them; words that begin with what is sought come first. */
    List<Emoji.Known> found(List<Emoji.Known> all, String sought) {
        List<String> parts = List.of(sought.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return all.stream()
                .filter(each -> parts.stream().allMatch(words(each)::contains))
                .sorted(Comparator.comparing(each -> !words(each).contains(" " + parts.getFirst())))
                .toList();
    }

    private String words(Emoji.Known emoji) {
        return " " + (emoji.names() + " " + korean.getOrDefault(bare(emoji.characters()), "")).replace('_', ' ');
    }

    private static Map<String, String> read() {
        try (InputStream bytes = EmojiWords.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw new IllegalStateException("The Korean words for emoji are missing");
            }
            var words = new HashMap<String, String>();
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(line -> words.put(bare(line[0]), line[1]));
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the Korean words for emoji", e);
        }
    }

    private static String bare(String characters) {
        return characters.replace("\ufe0f", "");
    }
}
