// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.store.Check;
import baton.store.Database;
import baton.store.Restore;
import baton.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code baton tools restore}: an empty store filled from a backup, folded anew and compared. */
final class RestoreCommand {

    static final String USAGE = """
        baton tools restore --from FILE --data FOLDER     fill an embedded store that is not there yet
        baton tools restore --from FILE --db URL          fill an empty PostgreSQL database

        Either kind of store takes a backup of either. What stands there already is never touched: a place that is not
        empty is refused. Folds the journal anew, compares as check does, prints "equal" and ends with 0; 1 when it could
        not be done, 2 for a word not understood.
        """;

    private RestoreCommand() {}

    static int run(List<String> words) {
        try {
            Map<String, String> given = BackupCommand.given(words, List.of("--from", "--data", "--db"));
            Path from = Path.of(BackupCommand.needed(given, "--from"));
            return given.containsKey("--db")
                    ? restore(from, Database.open(BackupCommand.needed(given, "--db")))
                    : intoFolder(from, Path.of(BackupCommand.needed(given, "--data")));
        } catch (IllegalArgumentException notUnderstood) {
            return BackupCommand.refuse("restore", 2, notUnderstood.getMessage());
        } catch (Restore.Refused | StoreException cannot) {
            return BackupCommand.refuse("restore", 1, cannot.getMessage());
        } catch (IOException broken) {
            return BackupCommand.refuse("restore", 1, broken.toString());
        }
    }

    private static int intoFolder(Path from, Path folder) throws IOException {
        Path store = folder.resolve("hub.mv.db");
        if (Files.exists(store)) {
            return BackupCommand.refuse(
                    "restore", 1, "There is a journal in " + folder + " already; nothing was changed");
        }
        Restore.verify(from);
        Files.createDirectories(folder);
        int exit = 1;
        try {
            exit = restore(from, Database.embedded(folder));
            return exit;
        } finally {
            if (exit != 0) {
                Files.deleteIfExists(store);
            }
        }
    }

    private static int restore(Path from, Database database) {
        try (database;
                TemporaryFolder folder = TemporaryFolder.make("baton-restore")) {
            long head = new Restore(database).from(from);
            Optional<String> difference = new Check(database, folder.path()).firstDifference();
            System.out.println("restored " + head + " lines");
            System.out.println(difference.orElse("equal"));
            return difference.isPresent() ? 1 : 0;
        }
    }
}
