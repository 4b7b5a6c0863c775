// SPDX-License-Identifier: Apache-2.0
package baton;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that stands under its name once it is whole and on the disk, and not before. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Gives {@code part} its name, after what is in it is on the disk; both lie in the same file system.
     *
     * @throws FileAlreadyExistsException when something has that name; it stays as it is
     */
    static void name(Path part, Path name) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, name);
        forceEntry(name.toAbsolutePath().resolveSibling(""));
    }

    private static void forceEntry(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (AccessDeniedException windows) {
            // it opens no folder, and keeps the order of names by itself
        }
    }
}
