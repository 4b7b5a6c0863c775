// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** That this program alone uses a desk's folder; the system lets go of it when the program dies. */
final class DeskLock implements AutoCloseable {
    private final FileChannel channel;

    private DeskLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Refuses with an {@link IllegalStateException} when this desk is open already, here or in another program. */
    static DeskLock take(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isEmpty()) {
                channel.close();
                throw new IllegalStateException("This desk is open in another window");
            }
            return new DeskLock(channel);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder of this desk cannot be locked: " + folder, broken);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException here) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
