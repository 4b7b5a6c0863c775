// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every test on the bench ends with: the tables say what the journal says. */
@Timeout(60)
abstract class BenchTest {

    final Bench bench = new Bench();

    @AfterEach
    void theTablesEqualAFreshFold(@TempDir Path folder) {
        try (bench) {
            assertThat(bench.firstDifference(folder)).isEmpty();
        }
    }
}
