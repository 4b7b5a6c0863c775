// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's way to a {@link FaultyDisk}: {@code faulty:} before a path goes through the disk that stands for its folder. */
public final class FaultyPath extends FilePathWrapper {

    private static final String SCHEME = "faulty";
    private static final Map<Path, FaultyDisk> DISKS = new ConcurrentHashMap<>();

    /** From now on everything in this folder is on that disk; returns the address of an embedded store there. */
    static String put(Path folder, FaultyDisk disk) {
        DISKS.put(folder.toAbsolutePath(), disk);
        FilePath.register(new FaultyPath());
        return SCHEME + ":" + folder.toAbsolutePath();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path path = Path.of(getBase().toString());
        return new Faulty(DISKS.get(path.getParent()), path, getBase().open(mode));
    }

    /** One open file. */
    private static final class Faulty extends FileBaseDefault {
        private final FaultyDisk disk;
        private final Path path;
        private final FileChannel file;

        Faulty(FaultyDisk disk, Path path, FileChannel file) {
            this.disk = disk;
            this.path = path;
            this.file = file;
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer to, long at) throws IOException {
            return file.read(to, at);
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            int length = from.remaining();
            disk.write(file, path, at, from);
            return length;
        }

        @Override
        protected void implTruncate(long to) throws IOException {
            disk.truncate(file, path, to);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            disk.force(file, path);
        }

        @Override
        public synchronized java.nio.channels.FileLock tryLock(long position, long size, boolean shared)
                throws IOException {
            return file.tryLock(position, size, shared);
        }
    }
}
