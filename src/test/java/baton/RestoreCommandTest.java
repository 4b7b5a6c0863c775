// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.store.Backup;
import baton.store.Database;
import baton.store.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store appears in a folder whole or not at all, and never in the place of another (SPEC.md R4). */
final class RestoreCommandTest {

    @TempDir
    private Path place;

    private Path backup;

    @BeforeEach
    void backUp() throws IOException {
        backup = place.resolve("backup.zip");
        try (Database database = Database.embedded(place.resolve("hub"));
                Journal _ = Journal.open(database, InstantSource.system());
                OutputStream out = Files.newOutputStream(backup)) {
            new Backup(database).write(out);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private int restore(Path from, Path folder) {
        return RestoreCommand.run(List.of("--from", from.toString(), "--data", folder.toString()), Map.of());
    }

    @Test
    void aRestoredStoreIsAllThatStandsInItsFolder() throws IOException {
        Path folder = place.resolve("new");
        assertThat(restore(backup, folder)).isZero();
        assertThat(names(folder)).containsExactly("hub.mv.db");
        Path again = place.resolve("again.zip");
        assertThat(BackupCommand.run(List.of("--data", folder.toString(), "--to", again.toString()), Map.of()))
                .isZero();
        byte[] store = Files.readAllBytes(folder.resolve("hub.mv.db"));
        assertThat(restore(again, folder)).isEqualTo(1);
        assertThat(folder.resolve("hub.mv.db")).hasBinaryContent(store);
    }

    @Test
    void whatIsDamagedLeavesNothingBehind() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path part = Files.write(place.resolve("part.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path folder = place.resolve("new");
        assertThat(restore(part, folder)).isEqualTo(1);
        assertThat(names(folder)).isEmpty();
    }

    /** A hub that was started meanwhile has taken deliveries in. */
    @Test
    void aFileThatCameMeanwhileKeepsItsName() throws IOException {
        Path theirs = Files.writeString(place.resolve("hub.mv.db"), "theirs");
        Path ours = Files.writeString(place.resolve("ours"), "ours");
        assertThatThrownBy(() -> WholeFile.name(ours, theirs)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(theirs).hasContent("theirs");
        Path free = place.resolve("free");
        WholeFile.name(ours, free);
        assertThat(free).hasContent("ours");
    }
}
