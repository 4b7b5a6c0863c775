// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes before the opening of an embedded store that was not closed in order. H2 looks for the newest state along a chain from the head
 * of its file; where a power cut broke a link, it takes an older state that is whole, though a newer one, which was acknowledged, lies beyond. Here it
 * looks through the whole file: some seconds for a gigabyte.
 */
final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);
    private static final int BLOCK = 4_096;
    private static final String CLOSED_IN_ORDER = ",clean:1,";

    private Aftermath() {}

    /** Brings the newest whole state to the head of this file; leaves to the opening whatever it cannot do. */
    static void settle(String file) {
        try {
            if (FilePath.get(file).exists() && !wasClosedInOrder(file)) {
                search(file);
            }
        } catch (IOException | RuntimeException unusable) {
            LOG.warn("The store is opened as it is: {}", unusable.getMessage());
        }
    }

    private static void search(String file) {
        try (Searching store = new Searching()) {
            store.open(file, false, null);
            new MVStore.Builder()
                    .adoptFileStore(store)
                    .autoCommitDisabled()
                    .open()
                    .close();
        }
    }

    /**
     * Takes no chain's word for it. Not H2's own mode for recovery: that takes a page it cannot read for an empty one, and so a state with a hole for
     * whole.
     */
    private static final class Searching extends SingleFileStore implements AutoCloseable {
        Searching() {
            super(new HashMap<>());
        }

        @Override
        protected void readStoreHeader(boolean isRecovery) {
            super.readStoreHeader(true);
        }
    }

    /** Both copies of the head say so. */
    private static boolean wasClosedInOrder(String file) throws IOException {
        try (InputStream bytes = FilePath.get(file).newInputStream()) {
            String head = new String(bytes.readNBytes(2 * BLOCK), StandardCharsets.ISO_8859_1);
            return head.length() == 2 * BLOCK
                    && head.substring(0, BLOCK).contains(CLOSED_IN_ORDER)
                    && head.substring(0, BLOCK).equals(head.substring(BLOCK));
        }
    }
}
