// SPDX-License-Identifier: Apache-2.0
package baton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone with everything in it once it is closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder make(String name) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(name));
        } catch (IOException full) {
            throw new UncheckedIOException("No temporary folder can be made", full);
        }
    }

    /** One inside of another, for what is to be moved there in one step. */
    static TemporaryFolder in(Path folder, String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(folder, name));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            System.err.println("baton: " + path + " could not be cleared away: " + left.getMessage());
        }
    }
}
