// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One database of a desk: how it is opened, and what to do with its file when it cannot be. */
record LocalFile(Shelf shelf, String name) {

    /** Refuses with a {@link StoreException} when it is broken. */
    Database open() {
        return switch (shelf) {
            case Shelf.Folder folder -> Database.encrypted(url(folder), folder.key());
            case Shelf.Memory memory ->
                Database.unmigrated("jdbc:h2:mem:" + memory.name() + "-" + name + ";DB_CLOSE_DELAY=-1");
        };
    }

    // No trace file: it would hold plain text beside the encrypted file.
    private String url(Shelf.Folder folder) {
        return "jdbc:h2:file:" + folder.path().toAbsolutePath().resolve(name)
                + ";CIPHER=AES;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** The file; empty in memory. */
    Optional<Path> file() {
        return switch (shelf) {
            case Shelf.Folder folder -> Optional.of(in(folder.path(), name));
            case Shelf.Memory _ -> Optional.empty();
        };
    }

    static Path in(Path folder, String name) {
        return folder.resolve(name + ".mv.db");
    }

    void delete() {
        file().ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** Out of the way, for whoever may still save something from it; returns where it is now. */
    Optional<Path> setAside(String mark) {
        return file().filter(Files::exists).map(file -> {
            try {
                return Files.move(file, file.resolveSibling(name + "." + mark + ".damaged"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
