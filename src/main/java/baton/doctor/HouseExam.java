// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.run.Settings;
import baton.store.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What stands on this machine: database, somebody who can sign in, room on the disk, who may read the files. */
final class HouseExam {
    private static final String DATABASE = "database";
    private static final String SIGN_IN = "sign-in";
    private static final String DISK = "disk";
    private static final String FILES = "files";
    private static final long GIB = 1L << 30;

    private final Settings settings;
    private final Chart chart;

    HouseExam(Settings settings, Chart chart) {
        this.settings = settings;
        this.chart = chart;
    }

    void run() {
        Settings.Storage storage = settings.storage();
        Probe.Result found = storage.url().map(Probe::at).orElseGet(() -> Probe.embedded(storage.data()));
        chart.note(database(found));
        chart.note(signIn(found));
        chart.note(
                storage.url().isPresent()
                        ? Finding.notChecked(DISK, "The database is on a machine of its own; look there.")
                        : disk(storage.data().toAbsolutePath()));
        chart.note(files(settings.openPlaces()));
    }

    private static Finding files(List<String> open) {
        return open.isEmpty()
                ? Finding.ok(FILES, "No other account of this machine may read the data folder or the settings file.")
                : Finding.wrong(FILES, String.join(". ", open));
    }

    private static Finding database(Probe.Result found) {
        return switch (found) {
            case Probe.Empty _ -> Finding.ok(DATABASE, "Reached; the hub makes its tables at the first start.");
            case Probe.InUse _ -> Finding.ok(DATABASE, "In use by the hub that runs on it, which migrated it.");
            case Probe.Unreachable(String why) ->
                Finding.wrong(
                        DATABASE, "Cannot be opened: " + why + ". Mend BATON_DB_URL or the rights on BATON_DATA.");
            case Probe.Forgetful _ ->
                Finding.wrong(
                        DATABASE,
                        "Runs with fsync=off and can lose what it confirmed when its machine loses power. Set fsync=on"
                                + " in its postgresql.conf and reload it.");
            case Probe.Made made
            when made.newer() ->
                Finding.wrong(
                        DATABASE,
                        "Made by a newer release (version " + made.version() + "). Install that release again.");
            case Probe.Made made
            when made.behind() > 0 ->
                Finding.ok(
                        DATABASE,
                        "Version " + made.version() + "; the hub brings it up by " + made.behind()
                                + " at its next start.");
            case Probe.Made made -> Finding.ok(DATABASE, "Reached, migrated, version " + made.version() + ".");
        };
    }

    private Finding signIn(Probe.Result found) {
        boolean password = settings.adminPassword().isPresent();
        boolean nobody = found instanceof Probe.Empty || (found instanceof Probe.Made made && !made.anybody());
        if (nobody && !password) {
            return Finding.wrong(
                    SIGN_IN, "Nobody can sign in yet. Give the first admin a password: BATON_ADMIN_PASSWORD.");
        }
        if (found instanceof Probe.Unreachable || found instanceof Probe.Forgetful) {
            return Finding.notChecked(SIGN_IN, "Needs the database.");
        }
        return Finding.ok(SIGN_IN, nobody ? "'admin' can sign in after the first start." : "Somebody can sign in.");
    }

    private static Finding disk(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String words = "%.1f GiB free for %s".formatted((double) free / GIB, folder);
            if (!Files.isWritable(there)) {
                return Finding.wrong(DISK, there + " cannot be written. Give the hub's user the right to.");
            }
            return free < GIB
                    ? Finding.wrong(DISK, words + ". Make room: the hub takes no delivery on a full disk.")
                    : Finding.ok(DISK, words + ".");
        } catch (IOException broken) {
            return Finding.notChecked(DISK, "The disk under " + there + " does not tell: " + broken.getMessage());
        }
    }
}
