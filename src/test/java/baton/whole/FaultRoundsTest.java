// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Round after round something is killed under load (SPEC.md R1, C1, C5); {@link FaultRounds} says what must hold. By seed:
 * {@code -Dfaults.seed=7 -Dfaults.rounds=10}; the profile {@code faults} makes it a hundred and more.
 */
@Tag("faults")
final class FaultRoundsTest {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 10);
    private static final long SEED = Long.getLong("faults.seed", 7);

    @TempDir
    private Path folder;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void nothingIsLostOrDoubledWhenOneHubAndItsDeskAreKilled() throws Exception {
        try (World world = World.embedded(folder);
                FaultRounds rounds = new FaultRounds(world, "embedded", SEED)) {
            rounds.run((ROUNDS + 1) / 2);
            assertThat(world.firstDifference()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void nothingIsLostOrDoubledWhenHubsTheirDatabaseAndADeskAreKilled() throws Exception {
        try (World world = World.onPostgres(folder);
                FaultRounds rounds = new FaultRounds(world, "postgres", SEED)) {
            rounds.newcomersWriteAtOnce(200);
            rounds.run(ROUNDS / 2);
            assertThat(world.firstDifference()).isEmpty();
        }
    }
}
