// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.hub.RestoredQueue;
import baton.run.OwnerOnly;
import baton.store.Check;
import baton.store.Database;
import baton.store.DatabaseClock;
import baton.store.Dues;
import baton.store.Journal;
import baton.store.Restore;
import baton.store.Restored;
import baton.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code baton tools restore}: an empty store filled from a backup, folded anew and compared. */
final class RestoreCommand {

    static final String USAGE = """
        baton tools restore --from FILE --data FOLDER     fill an embedded store that is not there yet
        baton tools restore --from FILE --db URL          fill an empty PostgreSQL database

          --db-plain   the network to the database is trusted (also BATON_DB_PLAIN=true); else PostgreSQL on another
                       machine needs sslmode=verify-full or verify-ca in its URL

        Either kind of store takes a backup of either. What stands there already is never touched: a place that is not
        empty is refused. Folds the journal anew, compares as check does, prints "equal" and ends with 0; 1 when it could
        not be done; 2 for a word not understood. A folder gets its store at the very end or not at all, a database
        all its rows or none. Replies that waited to be sent when the backup was made are uncertain from then on: their
        hub may have sent them since.
        """;

    private RestoreCommand() {}

    /** 0 restored and equal, 1 it could not be done, 2 a word that is not understood or a database a hub would not go to. */
    static int run(List<String> words, Map<String, String> environment) {
        try {
            ToolWords given = new ToolWords(words, List.of("--from", "--data", ToolWords.DB), environment);
            Path from = Path.of(given.needed("--from"));
            return given.has(ToolWords.DB)
                    ? restore(from, Database.open(given.database()))
                    : intoFolder(from, Path.of(given.needed("--data")));
        } catch (IllegalArgumentException notUnderstood) {
            return BackupCommand.refuse("restore", 2, notUnderstood.getMessage());
        } catch (Restore.Refused | StoreException cannot) {
            return BackupCommand.refuse("restore", 1, cannot.getMessage());
        } catch (IOException | UncheckedIOException broken) {
            return BackupCommand.refuse("restore", 1, BackupCommand.said(broken));
        }
    }

    private static int intoFolder(Path from, Path folder) throws IOException {
        Path store = folder.resolve(Database.FILE);
        if (Files.exists(store)) {
            return thereAlready(folder);
        }
        OwnerOnly.folder(folder);
        try (TemporaryFolder aside = TemporaryFolder.in(folder, "restoring")) {
            int exit = restore(from, Database.embedded(aside.path()));
            if (exit == 0) {
                WholeFile.name(aside.path().resolve(Database.FILE), store);
            }
            return exit;
        } catch (FileAlreadyExistsException meanwhile) {
            return thereAlready(folder);
        }
    }

    private static int thereAlready(Path folder) {
        return BackupCommand.refuse("restore", 1, "There is a journal in " + folder + " already; nothing was changed");
    }

    private static int doubtQueued(Database database, InstantSource clock) {
        try (Journal journal = Journal.open(database, clock)) {
            return new RestoredQueue(journal, new Dues(database), new Restored(database)).doubt();
        }
    }

    private static int restore(Path from, Database database) {
        try (database;
                TemporaryFolder folder = TemporaryFolder.make("baton-restore")) {
            InstantSource clock = new DatabaseClock(database, InstantSource.system(), System::nanoTime);
            long head = new Restore(database, clock).from(from);
            int doubted = doubtQueued(database, clock);
            Optional<String> difference = new Check(database, folder.path()).firstDifference();
            System.out.println("restored " + head + " lines");
            if (doubted > 0) {
                System.out.println(
                        "uncertain: " + doubted + " replies that waited to be sent when the backup was made");
            }
            System.out.println(difference.orElse("equal"));
            return difference.isPresent() ? 1 : 0;
        }
    }
}
