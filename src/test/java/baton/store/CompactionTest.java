// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embedded store's file gives back what is no longer in use, and keeps what is. */
final class CompactionTest {

    @TempDir
    private Path folder;

    private long file() throws IOException {
        return Files.size(folder.resolve("hub.mv.db"));
    }

    /** Also where most of what was written together is more than a slice takes. */
    @ParameterizedTest
    @ValueSource(ints = {4 << 10, 16 << 10, 64 << 10, 1 << 20})
    void theFileShrinksWhileTheStoreIsOpenAndEverythingIsThere(int slice) throws Exception {
        RandomWork work = new RandomWork(7);
        try (Database database = Database.embedded(folder);
                Journal journal = Journal.open(database, Clock.systemUTC())) {
            IntStream.range(0, 600).forEach(_ -> journal.submit(work::some).join());
            long head = journal.head();
            long written = file();
            Compaction compaction = new Compaction(database, 0, slice);
            int slices = 0;
            while (slices < 2_000 && compaction.slice()) {
                slices++;
            }
            assertThat(slices).isBetween(1, 1_999);
            assertThat(file()).as("bytes after %s slices", slices).isLessThan(written * 3 / 4);
            assertThat(journal.submit(work::some).join()).isNotNull();
            assertThat(journal.head()).isGreaterThanOrEqualTo(head);
            assertThat(new Check(database, Files.createDirectories(folder.resolve("check"))).firstDifference())
                    .isEmpty();
        }
    }

    @Test
    void aFileThatIsSmallIsLeftAlone() {
        try (Database database = Database.embedded(folder);
                Journal journal = Journal.open(database, Clock.systemUTC())) {
            journal.submit(StoreContract.line("one")).join();
            assertThat(new Compaction(database).slice()).isFalse();
        }
    }
}
