// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static java.util.stream.Collectors.joining;

import baton.domain.AccountEvent;
import baton.domain.Event;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps every contract. */
final class PostgresStoreTest {

    @Nested
    final class Journals extends JournalContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }

    @Nested
    final class Failures extends FailureContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }

        /** An index takes no value over some 2,700 bytes, compressed. */
        @Test
        void aMarkThatIsTooLongForTheIndexTakesNobodyWithIt() {
            String mark = new Random(1)
                    .ints(20_000, 'a', 'z')
                    .mapToObj(Character::toString)
                    .collect(joining());
            Event poison = new AccountEvent.AccountNoticed("field", Optional.empty(), Map.of(), "{}", mark);
            assertRefusedAlone(turn -> turn.record(HUB, poison).seq());
        }
    }

    @Nested
    final class Raw extends RawBodiesContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }

    @Nested
    final class Folds extends ProjectionsContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }

    @Nested
    final class Outgoing extends DuesContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }

    @Nested
    final class Lanes extends LanesContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }

    @Nested
    final class Deaths extends DurabilityContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }

    @Nested
    final class Backups extends BackupContract {
        @Override
        Store fresh(Path folder) {
            return Store.postgres();
        }
    }
}
