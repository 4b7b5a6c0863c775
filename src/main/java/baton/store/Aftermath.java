// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
                store.forgetNewer();
                // Less than none: also what was let go of at a time that the machine's clock has not reached yet.
                found.setRetentionTime(-1);
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

        /** Where a chunk seems to begin, and of which version it would be. */
        private final Map<Integer, Long> beginnings = new HashMap<>();

        private final Set<Long> leftOut = new HashSet<>();

        Searching() {
            super(new HashMap<>());
        }

        @Override
        protected void readStoreHeader(boolean isRecovery) {
            IntStream.range(2, (int) (size() / ChunkMark.BLOCK))
                    .forEach(block -> ChunkMark.at(read(at(block), ChunkMark.LONGEST_HEAD))
                            .ifPresent(mark -> note(block, mark)));
            super.readStoreHeader(true);
        }

        private void note(int block, ChunkMark mark) {
            beginnings.put(block, mark.version());
            safe = Math.max(safe, mark.safe());
        }

        /**
         * Takes away what is newer than the state that was found, and so none of it: a state that is written now gets the same numbers, and the
         * two could pass for one.
         */
        void forgetNewer() {
            BitSet used = new BitSet();
            getChunks().values().forEach(chunk -> used.set((int) chunk.block, (int) chunk.block + chunk.len));
            SFChunk none = null;
            beginnings.forEach((block, version) -> {
                if (version > lastChunkVersion() && !used.get(block)) {
                    writeFully(none, at(block), ByteBuffer.allocate(ChunkMark.BLOCK));
                }
            });
            sync();
        }

        private static long at(int block) {
            return (long) block * ChunkMark.BLOCK;
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
        if (head.remaining() != HEAD) {
            return false;
        }
        ByteBuffer one = head.slice(head.position(), HEAD / 2);
        return one.equals(head.slice(head.position() + HEAD / 2, HEAD / 2))
                && StandardCharsets.ISO_8859_1.decode(one).toString().contains(CLOSED_IN_ORDER);
    }
}
