// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The embedded store keeps every contract. */
final class H2StoreTest {

    @Nested
    final class Journals extends JournalContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Failures extends FailureContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Raw extends RawBodiesContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Folds extends ProjectionsContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Outgoing extends DuesContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Lanes extends LanesContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Deaths extends DurabilityContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }

    @Nested
    final class Backups extends BackupContract {
        @Override
        Store fresh(Path folder) {
            return Store.h2(folder);
        }
    }
}
