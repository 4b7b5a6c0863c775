// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.run.DatabaseAddress;
import baton.run.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said to a tool: options with one value each, and {@code --db-plain}, which has none. Refuses with an
 * {@link IllegalArgumentException}.
 */
final class ToolWords {
    static final String DB = "--" + Option.DB_URL.key();
    private static final String DB_PLAIN = "--" + Option.DB_PLAIN.key();

    private final Map<String, String> given = new HashMap<>();
    private boolean isTrusted;

    /** {@code known}: the options with a value; where {@code --db} is one, {@code --db-plain} is understood too. */
    ToolWords(List<String> words, List<String> known, Map<String, String> environment) {
        isTrusted = "true".equals(environment.get(Option.DB_PLAIN.environment()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(DB_PLAIN) && known.contains(DB)) {
                isTrusted = true;
            } else if (known.contains(word) && i + 1 < words.size()) {
                given.put(word, words.get(++i));
            } else {
                throw new IllegalArgumentException("'" + word + "' is not understood, or its value is missing");
            }
        }
    }

    boolean has(String word) {
        return given.containsKey(word);
    }

    Optional<String> value(String word) {
        return Optional.ofNullable(given.get(word));
    }

    String needed(String word) {
        return value(word).orElseThrow(() -> new IllegalArgumentException(word + " is missing"));
    }

    /** The address after {@code --db}; one that a hub would not go to is refused. */
    String database() {
        String url = needed(DB);
        DatabaseAddress.complaint(url, isTrusted).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return url;
    }
}
