// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DyingStoreTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17})
    void everyAcknowledgedLineIsThereAfterTheProcessDiedTheVeryLastToo(int lines) throws Exception {
        Process dying = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingStore.class.getName(),
                        folder.toString(),
                        Integer.toString(lines))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = dying.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().filter(line -> line.startsWith("acknowledged")))
                    .containsExactly("acknowledged " + lines);
        }
        assertThat(dying.waitFor(20, TimeUnit.SECONDS)).isTrue();
        try (Database database = Database.embedded(folder);
                Journal journal = Journal.open(database, () -> Instant.EPOCH)) {
            assertThat(journal.head()).isEqualTo(lines);
            assertThat(journal.after(0, 100)).hasSize(lines);
        }
    }
}
