// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes before the opening of an embedded store that was not closed in order. H2 looks for the newest state along a chain from the head
 * of its file; where a power cut broke a link, it takes an older state that is whole, though a newer one, which was acknowledged, lies beyond. In its
 * mode for recovery it looks through the whole file: some seconds for a gigabyte.
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
                new MVStore.Builder()
                        .fileName(file)
                        .autoCommitDisabled()
                        .recoveryMode()
                        .open()
                        .close();
            }
        } catch (IOException | MVStoreException unusable) {
            LOG.info("The store is opened as it is: {}", unusable.getMessage());
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
