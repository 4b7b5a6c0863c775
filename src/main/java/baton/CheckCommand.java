// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.store.Check;
import baton.store.Database;
import baton.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** {@code baton tools check}: folds a journal again, from outside, and compares what is kept of it. */
final class CheckCommand {

    static final String USAGE = """
        baton tools check --data FOLDER     fold the embedded journal again and compare every projection
        baton tools check --db URL          the same for a PostgreSQL database (jdbc:postgresql://…)

        Prints "equal" and ends with 0, or the first difference and ends with 1.
        The embedded store belongs to one process: stop its hub first.
        """;

    private CheckCommand() {}

    /** 0 equal, 1 a difference, 2 a word that is not understood or a database that cannot be opened. */
    static int run(List<String> words) {
        Iterator<String> rest = words.iterator();
        if (words.size() != 2) {
            return refuse("check needs --data FOLDER or --db URL");
        }
        String how = rest.next();
        String where = rest.next();
        return switch (how) {
            case "--data" ->
                Files.exists(Path.of(where, Database.FILE))
                        ? check(where, () -> Database.embedded(Path.of(where)))
                        : refuse("there is no journal in " + where);
            case "--db" -> check("the database", () -> Database.open(where));
            default -> refuse("check needs --data FOLDER or --db URL");
        };
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

    private static int refuse(String why) {
        System.err.println("baton tools: " + why);
        return 2;
    }
}
