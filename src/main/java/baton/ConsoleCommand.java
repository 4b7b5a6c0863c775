// SPDX-License-Identifier: Apache-2.0
package baton;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code baton console}: the desk of one person. */
final class ConsoleCommand {
    private static final String USAGE = """
        baton console                        sign in and work
          --hub URL       where the hub is, filled in for you
          --user NAME     who you are, filled in for you
          --data FOLDER   where this desk keeps its files (usually .baton in your home)
        """;
    private static final List<String> WORDS = List.of("--hub", "--user", "--data");

    private ConsoleCommand() {}

    /** Stays until the window is closed; answers 2 for a word that is not understood or when there is no screen. */
    static int run(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(USAGE);
            return 0;
        }
        Optional<ConsoleStart.Given> given = read(List.of(args));
        if (given.isEmpty()) {
            System.err.println(
                    "baton console: " + String.join(" ", args) + " is not understood; try baton console --help");
            return 2;
        }
        return ConsoleStart.run(given.get());
    }

    /** What these words say; empty when one of them is not understood. */
    static Optional<ConsoleStart.Given> read(List<String> words) {
        Map<String, String> given = new HashMap<>();
        for (int place = 0; place < words.size(); place += 2) {
            if (!WORDS.contains(words.get(place)) || place + 1 == words.size()) {
                return Optional.empty();
            }
            given.put(words.get(place), words.get(place + 1));
        }
        return Optional.of(new ConsoleStart.Given(
                Optional.ofNullable(given.get("--hub")), Optional.ofNullable(given.get("--user")), folder(given)));
    }

    private static Path folder(Map<String, String> given) {
        return Path.of(given.getOrDefault(
                "--data", Path.of(System.getProperty("user.home"), ".baton").toString()));
    }
}
