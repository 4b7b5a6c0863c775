// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's way to a file in which nothing is overwritten before all that was written earlier is on the disk ({@code ordered:}
 * before a path). H2 uses room again as soon as a newer version does without it; if that version is lost with the power and
 * the overwriting is not, the one before it, which was acknowledged, would be broken. Each chunk gets its {@link ChunkMark}.
 * Public, since H2 makes them itself.
 */
public final class OrderedPath extends FilePathWrapper {

    private static final String SCHEME = "ordered";

    static {
        FilePath.register(new OrderedPath());
    }

    /** The address of a place with this order; {@code place}: with the scheme of its file system, or a path. */
    static String to(String place) {
        return SCHEME + ":" + place;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(getBase().open(mode));
    }

    /** One open file. */
    private static final class Ordered extends FileBaseDefault {
        private final FileChannel file;
        /** At first nobody knows: a file that failed is opened anew with what it had not forced. */
        private boolean unforced = true;
        /** Versions of chunks: the newest that was written, and the newest that was forced; 0 as long as none was. */
        private long newest;

        private long safe;
        private boolean isInUse;

        Ordered(FileChannel file) {
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

        /** A read need not wait for the disk. */
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public int read(ByteBuffer to, long at) throws IOException {
            return file.read(to, at);
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            if (!isInUse && at > 0) {
                takeIntoUse();
                isInUse = true;
            }
            if (unforced && at < file.size() && !isPointer(from, at)) {
                force(false);
            }
            unforced = true;
            ChunkMark.at(from)
                    .filter(chunk -> chunk.bytes() == from.remaining())
                    .ifPresent(chunk -> mark(chunk, from));
            return file.write(from, at);
        }

        /**
         * Before the first chunk is written: whatever comes to the disk of it, the file was not closed in order any more. One copy of its head is
         * spoilt for that, which H2 understands too.
         */
        private void takeIntoUse() throws IOException {
            ByteBuffer head = ByteBuffer.allocate(Aftermath.HEAD);
            while (head.hasRemaining() && file.read(head, head.position()) >= 0) {
                // until all is read
            }
            if (Aftermath.saysClosedInOrder(head.flip())) {
                file.write(ByteBuffer.allocate(ChunkMark.BLOCK), ChunkMark.BLOCK);
            }
            force(true);
        }

        /** The head of the file while it is in use says where to look for the newest chunk; after a stop without goodbye nobody believes it. */
        private static boolean isPointer(ByteBuffer bytes, long at) {
            return at == 0 && bytes.remaining() == Aftermath.HEAD && !Aftermath.saysClosedInOrder(bytes);
        }

        private void mark(ChunkMark chunk, ByteBuffer bytes) {
            chunk.put(bytes, newest, safe);
            newest = Math.max(newest, chunk.version());
        }

        @Override
        protected synchronized void implTruncate(long to) throws IOException {
            if (unforced) {
                force(false);
            }
            unforced = true;
            file.truncate(to);
        }

        @Override
        public synchronized void force(boolean metadata) throws IOException {
            file.force(metadata);
            unforced = false;
            safe = newest;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }
    }
}
