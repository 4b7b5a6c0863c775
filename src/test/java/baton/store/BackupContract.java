// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup holds is one moment, and both kinds of store can be made of it. */
abstract class BackupContract extends StoreContract {

    @TempDir
    private Path place;

    private Path backedUp() throws IOException {
        Path file = place.resolve("backup.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Backup(database).write(out);
        }
        return file;
    }

    @Test
    void aBackupTakenWhileOthersWriteIsOneMomentAndFitsBothStores() throws IOException {
        RandomWork work = new RandomWork(31);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                submit(work::some).join();
                submit(turn -> turn.keepRaw(RawBody.of(new byte[] {0, -1, 7}))).join();
            }
        });
        for (int i = 0; i < 60; i++) {
            submit(work::some).join();
        }
        Path file = backedUp();
        enough.set(true);
        writing.join();

        long head = Restore.verify(file);
        assertThat(head).isPositive().isLessThanOrEqualTo(journal.head());
        for (Store fresh : java.util.List.of(Store.h2(place.resolve("other")), Store.postgres())) {
            try (Database restored = fresh.open()) {
                assertThat(new Restore(restored).from(file)).isEqualTo(head);
                Path folder = Files.createTempDirectory(place, "check");
                assertThat(new Check(restored, folder).firstDifference()).isEmpty();
                try (Journal again = Journal.open(restored, clock)) {
                    assertThat(again.id()).isEqualTo(journal.id());
                    assertThat(again.after(0, 10_000)).isEqualTo(journal.after(0, (int) head));
                }
            }
        }
    }

    @Test
    void aStoreThatHoldsAnythingIsNotTouched() throws IOException {
        submit(line("mine")).join();
        Path file = backedUp();
        assertThatThrownBy(() -> new Restore(database).from(file))
                .isInstanceOf(Restore.Refused.class)
                .hasMessageContaining("already");
        assertThat(firstDifference()).isEmpty();
    }

    @Test
    void aBackupThatIsCutOffIsRefused() throws IOException {
        submit(line("mine")).join();
        byte[] whole = Files.readAllBytes(backedUp());
        Path part = Files.write(place.resolve("part.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Restore.verify(part)).isInstanceOf(Restore.Refused.class);
    }
}
