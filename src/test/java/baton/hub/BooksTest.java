// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The hub's books balance on either store. */
final class BooksTest {

    @Nested
    final class OnH2 extends BooksContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class OnPostgres extends BooksContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }
}
