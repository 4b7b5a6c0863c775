// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.NumberId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        submit(turn -> counted(turn, work)).join();
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
        for (Store fresh : List.of(Store.h2(place.resolve("other")), Store.postgres())) {
            try (Database restored = fresh.open()) {
                assertThat(new Restore(restored, clock).from(file)).isEqualTo(head);
                Path folder = Files.createTempDirectory(place, "check");
                assertThat(new Check(restored, folder).firstDifference()).isEmpty();
                assertThat(new Arrivals(restored).since(Instant.EPOCH))
                        .isEqualTo(new Arrivals(database).since(Instant.EPOCH))
                        .hasSize(1);
                try (Journal again = Journal.open(restored, clock)) {
                    assertThat(again.id()).isEqualTo(journal.id());
                    assertThat(again.after(0, 10_000)).isEqualTo(journal.after(0, (int) head));
                }
            }
        }
    }

    private static boolean counted(Turn turn, RandomWork work) {
        turn.books().countReceived(new NumberId("1"), 3, 1);
        return work.some(turn);
    }

    /** As a newer release may make them: a table has a column that is not known here. */
    @Test
    void whatCannotBeFilledToTheEndLeavesAPlaceThatIsEmpty() throws IOException {
        RandomWork work = new RandomWork(32);
        submit(work::some).join();
        Path good = backedUp();
        for (String table : List.of("journal", "journal_head")) {
            Path odd = withStrangeColumn(good, table);
            try (Database fresh =
                    Store.h2(Files.createTempDirectory(place, "fresh")).open()) {
                assertThatThrownBy(() -> new Restore(fresh, clock).from(odd)).isInstanceOf(StoreException.class);
                assertThat(new Restore(fresh, clock).from(good)).as(table).isEqualTo(journal.head());
            }
        }
    }

    private Path withStrangeColumn(Path backup, String table) throws IOException {
        Path odd = Files.copy(backup, place.resolve(table + ".zip"));
        try (FileSystem zip = FileSystems.newFileSystem(odd)) {
            Path lines = zip.getPath(BackupFile.entry(table));
            String text = Files.readString(lines);
            String strange = text.replaceFirst("\"[a-z_]+\"", "\"strange\"");
            Files.writeString(lines, strange);
            Path end = zip.getPath(BackupFile.END);
            Files.writeString(end, Files.readString(end).replace(hash(text), hash(strange)));
        }
        return odd;
    }

    private static String hash(String text) {
        return RawBody.of(text.getBytes(StandardCharsets.UTF_8)).hash();
    }

    @Test
    void aStoreThatHoldsAnythingIsNotTouched() throws IOException {
        submit(line("mine")).join();
        Path file = backedUp();
        assertThatThrownBy(() -> new Restore(database, clock).from(file))
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
