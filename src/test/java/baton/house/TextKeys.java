// SPDX-License-Identifier: Apache-2.0
package baton.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is wrong with the texts of both languages. Every {@code X.properties} is English and has an {@code X_ko.properties} with the same keys
 * and the same places to fill in. Every key stands in the code as a string, or begins with a prefix that the English file names in a
 * comment line ({@code # prefix: error.}) and the code uses to build keys.
 */
final class TextKeys {
    private static final Pattern PREFIX = Pattern.compile("(?m)^# prefix: (\\S+)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final List<Path> texts;
    private final String code;

    /** Texts are the properties files among the first, the code is all other files among both. */
    TextKeys(List<Path> resources, List<Path> code) {
        this.texts = resources.stream().filter(TextKeys::isText).toList();
        var all = new StringBuilder();
        code.forEach(file -> all.append(Sources.text(file)).append('\n'));
        this.code = all.toString();
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        for (Path file : texts) {
            if (isKorean(file)) {
                require(Files.exists(english(file)), "no English file for " + file, problems);
            } else {
                compare(file, problems);
                findUnused(file, problems);
            }
        }
        return problems;
    }

    private static void compare(Path english, List<String> problems) {
        Path korean = korean(english);
        if (!Files.exists(korean)) {
            problems.add("no Korean file for " + english);
            return;
        }
        var here = read(english);
        var there = read(korean);
        var keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        for (String key : keys) {
            String text = here.getOrDefault(key, "");
            String translated = there.getOrDefault(key, "");
            require(!text.isBlank(), key + " has no text in " + english, problems);
            require(!translated.isBlank(), key + " has no text in " + korean, problems);
            require(places(text).equals(places(translated)), key + " is filled in differently in " + korean, problems);
        }
    }

    private void findUnused(Path english, List<String> problems) {
        var prefixes = PREFIX.matcher(Sources.text(english))
                .results()
                .map(found -> found.group(1))
                .toList();
        for (String prefix : prefixes) {
            require(code.contains("\"" + prefix), "prefix " + prefix + " of " + english + " is not used", problems);
        }
        for (String key : read(english).keySet()) {
            boolean used = code.contains("\"" + key + "\"") || prefixes.stream().anyMatch(key::startsWith);
            require(used, key + " of " + english + " is not used", problems);
        }
    }

    private static void require(boolean holds, String otherwise, List<String> problems) {
        if (!holds) {
            problems.add(otherwise);
        }
    }

    /** Settings of libraries are no texts: they lie in META-INF. */
    private static boolean isText(Path file) {
        return file.toString().endsWith(".properties") && !file.toString().contains("META-INF");
    }

    private static boolean isKorean(Path file) {
        return file.toString().endsWith("_ko.properties");
    }

    private static Path korean(Path english) {
        return Path.of(english.toString().replaceFirst("\\.properties$", "_ko.properties"));
    }

    private static Path english(Path korean) {
        return Path.of(korean.toString().replaceFirst("_ko\\.properties$", ".properties"));
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().map(MatchResult::group).forEach(places::add);
        return places;
    }

    private static SortedMap<String, String> read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Sources.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
