// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes before the opening of an embedded store that was not closed in order. H2 looks for the newest state along a chain from the head
 * of its file; where a power cut broke a link, it takes an older state that is whole, though a newer one, which was acknowledged, lies beyond. Here it
 * looks through the whole file: some seconds for a gigabyte. And it takes for whole of what head and foot are there; here a chunk of which
 * nobody knew that it was safe must have the sum of its {@link ChunkMark}.
 */
final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);
    private static final String CLOSED_IN_ORDER = ",clean:1,";

    /** Length of a file's head, in bytes: two copies of a block. */
    static final int HEAD = 2 * ChunkMark.BLOCK;

    private Aftermath() {}

    /**
     * Brings the newest whole state to the head of this file. Refuses with a {@link StoreException} what it cannot read: H2 might
     * still open it, in an older state.
     */
    static void settle(String file) {
        try {
            if (FilePath.get(file).exists() && !wasClosedInOrder(file)) {
                search(file);
            }
        } catch (IOException | RuntimeException unusable) {
            throw new StoreException("The database cannot be opened", unusable);
        }
    }

    /**
     * Always writes states of its own: the one that was found may still name chunks which it does without and which are gone, and over these H2
     * would stumble at a usual opening. It lets go of them with the second.
     */
    private static void search(String file) {
        try (Searching store = new Searching()) {
            store.open(file, false, null);
            try (MVStore found = new MVStore.Builder()
                    .adoptFileStore(store)
                    .autoCommitDisabled()
                    .open()) {
                found.setRetentionTime(0);
                found.setVersionsToKeep(0);
                for (int state = 0; state < 2; state++) {
                    found.setStoreVersion(found.getStoreVersion());
                    found.commit();
                }
            }
        }
    }

    /**
     * Takes no chain's word for it. Not H2's own mode for recovery: that takes a page it cannot read for an empty one, and so a state with a hole for
     * whole.
     */
    private static final class Searching extends SingleFileStore implements AutoCloseable {
        /** The newest version of which a later one tells that it was on the disk: it is not doubted, whatever became of it since. */
        private long safe;

        private final Set<Long> leftOut = new HashSet<>();

        Searching() {
            super(new HashMap<>());
        }

        @Override
        protected void readStoreHeader(boolean isRecovery) {
            safe = LongStream.range(2, size() / ChunkMark.BLOCK)
                    .mapToObj(block -> read(block * ChunkMark.BLOCK, ChunkMark.LONGEST_HEAD))
                    .flatMap(head -> ChunkMark.at(head).stream())
                    .mapToLong(ChunkMark::safe)
                    .max()
                    .orElse(0);
            super.readStoreHeader(true);
        }

        /** H2 names no chunk where it looks whether one begins; one that is not whole is shown as nothing. */
        @Override
        public ByteBuffer readFully(@Nullable SFChunk chunk, long at, int length) {
            ByteBuffer bytes = super.readFully(chunk, at, length);
            if (chunk != null || at % ChunkMark.BLOCK != 0 || !isTorn(bytes, at)) {
                return bytes;
            }
            if (leftOut.add(at)) {
                LOG.info("What was written at block {} is not whole on the disk and left out", at / ChunkMark.BLOCK);
            }
            return ByteBuffer.allocate(length);
        }

        private boolean isTorn(ByteBuffer beginning, long at) {
            return ChunkMark.at(beginning)
                    .filter(chunk -> chunk.isToBeChecked(safe))
                    .filter(chunk -> chunk.bytes() > Math.min(size() - at, Integer.MAX_VALUE)
                            || !chunk.fits(read(at, (int) chunk.bytes())))
                    .isPresent();
        }

        private ByteBuffer read(long at, int length) {
            SFChunk none = null;
            return super.readFully(none, at, length);
        }
    }

    private static boolean wasClosedInOrder(String file) throws IOException {
        try (InputStream bytes = FilePath.get(file).newInputStream()) {
            return saysClosedInOrder(ByteBuffer.wrap(bytes.readNBytes(HEAD)));
        }
    }

    /** Whether both copies in the head of a file say so. */
    static boolean saysClosedInOrder(ByteBuffer head) {
        String both = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        return both.length() == HEAD
                && both.substring(0, HEAD / 2).contains(CLOSED_IN_ORDER)
                && both.substring(0, HEAD / 2).equals(both.substring(HEAD / 2));
    }
}
