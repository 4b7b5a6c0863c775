// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
