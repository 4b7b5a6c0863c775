// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.run.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskFileTest {

    @TempDir
    private Path folder;

    /** A file with this version is opened without looking for scripts: one that is forgotten here would never run. */
    @Test
    void theNewestScriptIsTheOneThatOpeningLooksFor() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/baton/store/desk"))) {
            assertThat(scripts.map(script -> script.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
                            .mapToInt(Integer::parseInt)
                            .max())
                    .hasValue(Integer.parseInt(DeskFile.NEWEST));
        }
    }

    @Test
    void aFileIsMadeOnFirstUseAndKeepsWhatIsInItAtTheSecond() {
        Shelf shelf = new Shelf.Folder(folder, new Secret("a-key-without-spaces"));
        try (DeskFile first = DeskFile.open(shelf, "now")) {
            first.write(List.of(new DeskFile.Change.Put("draft", "7", "half a sentence")));
        }
        try (DeskFile second = DeskFile.open(shelf, "later")) {
            assertThat(second.damaged()).isEmpty();
            assertThat(second.all("draft")).containsEntry("7", "half a sentence");
        }
    }

    private Shelf kept(String key) {
        Shelf shelf = new Shelf.Folder(folder, new Secret(key));
        try (DeskFile first = DeskFile.open(shelf, "now")) {
            first.write(List.of(new DeskFile.Change.Put("draft", "7", "half a sentence")));
        }
        return shelf;
    }

    /** Whoever reads it, a backup or a guard against viruses, will be done with it soon. */
    @Test
    void aFileThatSomebodyElseHasLockedStaysWhereItIs() throws IOException {
        Shelf shelf = kept("a-key-without-spaces");
        try (FileChannel other = FileChannel.open(folder.resolve("desk.mv.db"), StandardOpenOption.WRITE);
                FileLock _ = other.lock()) {
            assertThatThrownBy(() -> DeskFile.open(shelf, "later")).isInstanceOf(StoreException.class);
        }
        try (DeskFile again = DeskFile.open(shelf, "later still")) {
            assertThat(again.damaged()).isEmpty();
            assertThat(again.all("draft")).containsEntry("7", "half a sentence");
        }
    }

    /** Its folder is there and cannot be used, as without a right or a descriptor. */
    @Test
    void aFileThatCannotBeReachedStaysWhereItIs() throws IOException {
        Files.createDirectory(folder.resolve("desk.mv.db"));
        assertThatThrownBy(() -> DeskFile.open(new Shelf.Folder(folder, new Secret("a-key-without-spaces")), "later"))
                .isInstanceOf(StoreException.class);
        assertThat(folder.resolve("desk.mv.db")).isDirectory();
    }

    @Test
    void aFileOfAnotherReleaseStaysWhereItIs() {
        Shelf shelf = kept("a-key-without-spaces");
        try (Database newer = new LocalFile(shelf, "desk").open()) {
            assertThat(newer.<Integer>with(
                            "Pretending",
                            connection ->
                                    Sql.update(connection, "UPDATE \"flyway_schema_history\" SET \"version\" = '99'")))
                    .isPositive();
            newer.shutDown();
        }
        assertThatThrownBy(() -> DeskFile.open(shelf, "later")).isInstanceOf(StoreException.class);
        assertThat(folder.resolve("desk.mv.db")).exists();
    }

    @Test
    void aFileOfAnotherKeyIsSetAside() {
        assertThat(kept("one-key")).isNotNull();
        try (DeskFile other = DeskFile.open(new Shelf.Folder(folder, new Secret("another-key")), "later")) {
            assertThat(other.damaged()).hasValue(folder.resolve("desk.later.damaged"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.5, 0.9, 0.99})
    void aFileThatWasCutOffOrIsNonsenseFromSomewhereOnIsSetAsideOrRead(double part) throws IOException {
        Shelf shelf = kept("a-key-without-spaces");
        Path file = folder.resolve("desk.mv.db");
        byte[] whole = Files.readAllBytes(file);
        int left = (int) (whole.length * part);
        Files.write(file, Arrays.copyOf(whole, left));
        DeskFile.open(shelf, "cut").close();
        Files.deleteIfExists(file);
        byte[] nonsense = whole.clone();
        Arrays.fill(nonsense, left, whole.length, (byte) 0x55);
        Files.write(file, nonsense);
        DeskFile.open(shelf, "nonsense").close();
    }
}
