// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.store.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether there is room for a desk's files. A copy that cannot be written must not be taken for a damaged one. Any thread. */
record Disk(Optional<Path> folder) {
    private static final int ENOUGH = 64 * 1024;

    static Disk under(Shelf shelf) {
        return switch (shelf) {
            case Shelf.Folder folder -> new Disk(Optional.of(folder.path()));
            case Shelf.Memory _ -> new Disk(Optional.empty());
        };
    }

    /** Tries it, since what a system tells of its room is not what this person may fill. In memory there always is. */
    boolean hasRoom() {
        return folder.map(Disk::canWrite).orElse(true);
    }

    private static boolean canWrite(Path folder) {
        Path trial = folder.resolve("trial");
        try {
            Files.write(trial, new byte[ENOUGH]);
            return true;
        } catch (IOException full) {
            return false;
        } finally {
            remove(trial);
        }
    }

    private static void remove(Path trial) {
        try {
            Files.deleteIfExists(trial);
        } catch (IOException gone) {
            // a folder that is gone has no room either, and was told so
        }
    }
}
