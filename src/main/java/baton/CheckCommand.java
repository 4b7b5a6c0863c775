// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.store.Check;
import baton.store.Database;
import baton.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code baton tools check}: folds a journal again, from outside, and compares what is kept of it. */
final class CheckCommand {

    static final String USAGE = """
        baton tools check --data FOLDER     fold the embedded journal again and compare every projection
        baton tools check --db URL          the same for a PostgreSQL database (jdbc:postgresql://…)

          --db-plain   the network to the database is trusted (also BATON_DB_PLAIN=true); else PostgreSQL on another
                       machine needs sslmode=verify-full or verify-ca in its URL

        Prints "equal" and ends with 0, or the first difference and ends with 1.
        The embedded store belongs to one process: stop its hub first.
        """;

    private CheckCommand() {}

    /** 0 equal, 1 a difference, 2 a word that is not understood or a database that cannot be opened, or should not. */
    static int run(List<String> words, Map<String, String> environment) {
        try {
            ToolWords given = new ToolWords(words, List.of("--data", ToolWords.DB), environment);
            if (given.has("--data") == given.has(ToolWords.DB)) {
                return refuse("check needs --data FOLDER or --db URL");
            }
            return given.has(ToolWords.DB) ? database(given.database()) : folder(given.needed("--data"));
        } catch (IllegalArgumentException notUnderstood) {
            return refuse(notUnderstood.getMessage());
        }
    }

    private static int database(String url) {
        return check("the database", () -> Database.open(url));
    }

    private static int folder(String where) {
        return Files.exists(Path.of(where, Database.FILE))
                ? check(where, () -> Database.embedded(Path.of(where)))
                : refuse("there is no journal in " + where);
    }

    private interface Opening {
        Database open();
    }

    private static int check(String name, Opening opening) {
        try (Database database = opening.open()) {
            return check(database);
        } catch (StoreException broken) {
            return refuse(name + ": " + broken.getMessage());
        }
    }

    private static int check(Database database) {
        try (TemporaryFolder folder = TemporaryFolder.make("baton-check")) {
            Optional<String> difference = new Check(database, folder.path()).firstDifference();
            System.out.println(difference.orElse("equal"));
            return difference.isPresent() ? 1 : 0;
        }
    }

    private static int refuse(@Nullable String why) {
        System.err.println("baton tools: " + why);
        return 2;
    }
}
