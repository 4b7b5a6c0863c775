// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.run.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was asked for on the command line. */
record DeskWords(
        HubAddress hub,
        String user,
        Secret password,
        Optional<Path> data,
        View view,
        Optional<ConversationId> conversation,
        Duration patience,
        boolean isWatching) {

    private static final Set<String> WITH_VALUE =
            Set.of("--hub", "--user", "--password-env", "--pin", "--data", "--view", "--conversation", "--wait");

    /** Refuses what is missing or not understood with an {@link IllegalArgumentException} in words. */
    static DeskWords read(List<String> words, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--watch")) {
                given.put(word, "");
            } else if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
                given.put(word, words.get(++i));
            } else {
                throw new IllegalArgumentException("'" + word + "' is not understood, or its value is missing");
            }
        }
        return of(given, environment);
    }

    private static DeskWords of(Map<String, String> given, Map<String, String> environment) {
        HubAddress plain = HubAddress.of(needed(given, "--hub"));
        HubAddress hub =
                Optional.ofNullable(given.get("--pin")).map(plain::pinned).orElse(plain);
        String variable = given.getOrDefault("--password-env", "BATON_PASSWORD");
        String password = Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new IllegalArgumentException("The environment variable " + variable + " has no password"));
        return new DeskWords(
                hub,
                needed(given, "--user"),
                new Secret(password),
                Optional.ofNullable(given.get("--data")).map(Path::of),
                View.valueOf(given.getOrDefault("--view", "all").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(given.get("--conversation"))
                        .map(number -> new ConversationId(Long.parseLong(number))),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("--wait", "30"))),
                given.containsKey("--watch"));
    }

    private static String needed(Map<String, String> given, String word) {
        return Optional.ofNullable(given.get(word))
                .orElseThrow(() -> new IllegalArgumentException(word + " is missing"));
    }
}
