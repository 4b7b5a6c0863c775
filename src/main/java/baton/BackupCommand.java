// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.run.OwnerOnly;
import baton.store.Backup;
import baton.store.Database;
import baton.store.Restore;
import baton.store.StoreException;
import baton.sync.HubAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** {@code baton tools backup}: everything that cannot be folded again, in one file that either store can be restored from. */
final class BackupCommand {

    static final String USAGE = """
        baton tools backup --hub URL --user ADMIN --to FILE   a copy of a running hub's database as it is at one moment
        baton tools backup --db URL --to FILE                 the same straight from a PostgreSQL database, hubs running or not
        baton tools backup --data FOLDER --to FILE            the same of an embedded store whose hub is stopped

          --password-env VARIABLE   environment variable with the admin's password (default BATON_PASSWORD)
          --db-plain                the network to the database is trusted (also BATON_DB_PLAIN=true); else PostgreSQL on
                                    another machine needs sslmode=verify-full or verify-ca in its URL

        The file must not exist yet; it holds what customers wrote, so only its owner may read it. It is looked through
        before the command ends with 0.
        """;

    private BackupCommand() {}

    /** 0 a whole backup stands in the file, 1 it could not be made, 2 a word that is not understood. */
    static int run(List<String> words, Map<String, String> environment) {
        try {
            ToolWords given = new ToolWords(
                    words, List.of("--hub", "--user", "--password-env", ToolWords.DB, "--data", "--to"), environment);
            Path to = Path.of(given.needed("--to")).toAbsolutePath();
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                return refuse("backup", 2, to + " exists already");
            }
            return written(to, source(given, environment));
        } catch (IllegalArgumentException notUnderstood) {
            return refuse("backup", 2, notUnderstood.getMessage());
        } catch (StoreException | HubSeat.NotServed | Restore.Refused cannot) {
            return refuse("backup", 1, cannot.getMessage());
        } catch (FileAlreadyExistsException meanwhile) {
            return refuse("backup", 2, meanwhile.getFile() + " exists already");
        } catch (IOException | UncheckedIOException broken) {
            return refuse("backup", 1, said(broken));
        }
    }

    /** Writes the copy. */
    private interface Source {
        void copyTo(OutputStream out) throws IOException;
    }

    private static Source source(ToolWords given, Map<String, String> environment) {
        if (given.has("--hub")) {
            return out -> fromHub(given, environment, out);
        }
        if (given.has(ToolWords.DB)) {
            String url = given.database();
            return out -> copy(Database.open(url), out);
        }
        Path folder = Path.of(given.needed("--data"));
        if (!Files.exists(folder.resolve(Database.FILE))) {
            throw new IllegalArgumentException("there is no journal in " + folder);
        }
        return out -> copy(stopped(folder), out);
    }

    private static Database stopped(Path folder) {
        try {
            return Database.embedded(folder);
        } catch (StoreException inUse) {
            throw new HubSeat.NotServed(folder + " cannot be opened: " + inUse.getMessage()
                    + ". If its hub is running, use --hub URL --user ADMIN");
        }
    }

    private static void copy(Database database, OutputStream out) {
        try (database) {
            new Backup(database).write(out);
        }
    }

    private static void fromHub(ToolWords given, Map<String, String> environment, OutputStream out) throws IOException {
        OkHttpClient client = new OkHttpClient();
        String variable = given.value("--password-env").orElse("BATON_PASSWORD");
        HubSeat.signedIn(
                        client,
                        HubAddress.of(given.needed("--hub")).url(),
                        given.needed("--user"),
                        RaceCommand.secret(environment, variable))
                .download("/api/backup", out);
        client.connectionPool().evictAll();
    }

    /** Under another name until it is whole and on the disk: a file with the right name is a backup. */
    private static int written(Path to, Source source) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (OutputStream out = Files.newOutputStream(OwnerOnly.file(part), StandardOpenOption.WRITE)) {
                source.copyTo(out);
            }
            long head = Restore.verify(part);
            WholeFile.name(part, to);
            System.out.println("backup of " + head + " lines in " + to);
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** With what lies under it: a disk that is full says so there. */
    static String said(Exception broken) {
        return broken.getCause() == null ? broken.toString() : broken.getMessage() + ": " + broken.getCause();
    }

    static int refuse(String tool, int exit, @Nullable String why) {
        System.err.println("baton tools " + tool + ": " + why);
        return exit;
    }
}
