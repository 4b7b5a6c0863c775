// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What was given for each option: the command line wins over the environment, that over the settings file, that over the
 * default. What cannot be understood is added to the problems, never with its value.
 */
final class Given {
    private final Map<Option, String> values = new EnumMap<>(Option.class);
    private final List<String> problems;

    Given(List<String> words, Map<String, String> environment, List<String> problems) {
        this.problems = problems;
        Map<Option, String> spoken = new EnumMap<>(Option.class);
        readWords(words, spoken, problems);
        readEnvironment(environment);
        values.putAll(spoken);
        Map<Option, String> filed = new EnumMap<>(Option.class);
        settingsFile().ifPresent(file -> readFile(file, filed));
        filed.forEach(values::putIfAbsent);
    }

    /** What is wrong with the words alone: no file is read and no value looked at. */
    static List<String> notUnderstood(List<String> words) {
        List<String> problems = new ArrayList<>();
        readWords(words, new EnumMap<>(Option.class), problems);
        return problems;
    }

    /** The value without spaces around it, or the default; empty when there is neither. */
    Optional<String> value(Option option) {
        return Optional.ofNullable(values.get(option))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(option::otherwise);
    }

    private static void readWords(List<String> words, Map<Option, String> into, List<String> problems) {
        for (int i = 0; i < words.size(); i++) {
            String[] parts = words.get(i).split("=", 2);
            Optional<Option> option = Option.ofFlag(parts[0]);
            if (option.isEmpty()) {
                problems.add("There is no option '" + parts[0] + "'; see --help.");
            } else if (parts.length == 2) {
                into.put(option.get(), parts[1]);
            } else if (option.get().isSwitch()) {
                into.put(option.get(), "true");
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                into.put(option.get(), words.get(++i));
            } else {
                problems.add(parts[0] + " must be followed by its value.");
            }
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        for (Option option : Option.values()) {
            String value = environment.get(option.environment());
            if (value != null && !value.isBlank()) {
                values.put(option, value);
            }
        }
    }

    /** The file that is named, or the one in the data folder if there is one. */
    Optional<Path> settingsFile() {
        Optional<Path> named = value(Option.SETTINGS).map(Path::of);
        if (named.isPresent()) {
            return named;
        }
        return value(Option.DATA)
                .map(folder -> Path.of(folder).resolve("hub.properties"))
                .filter(Files::exists);
    }

    private void readFile(Path file, Map<Option, String> into) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException broken) {
            problems.add("The settings file " + file + " cannot be read: "
                    + broken.getClass().getSimpleName() + ".");
            return;
        }
        for (String key : properties.stringPropertyNames()) {
            Optional<Option> option = Option.ofKey(key);
            option.ifPresent(known -> into.put(known, properties.getProperty(key)));
            if (option.isEmpty()) {
                problems.add("The settings file " + file + " names '" + key + "', which is no setting.");
            }
        }
    }
}
