// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

/** What was answered is there after the process died in the middle of its work. */
abstract class DurabilityContract extends StoreContract {

    private static final int ACKNOWLEDGED = 300;

    /** More than once: where the death falls into a write decides what a broken store would lose. */
    @RepeatedTest(3)
    void everyAcknowledgedLineIsThereAfterTheProcessWasKilled() throws Exception {
        close();
        Map<Long, String> acknowledged = killedAfter(ACKNOWLEDGED);
        open(store());

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        Map<Long, String> kept = new HashMap<>();
        journal.after(0, 100_000)
                .forEach(line -> kept.put(line.seq(), word(line.event()).orElseThrow()));
        assertThat(kept).containsAllEntriesOf(acknowledged);
        assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(LongLists.upTo(journal.head()));
        assertThat(firstDifference()).isEmpty();
    }

    private Map<Long, String> killedAfter(int lines) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        store().address(),
                        Integer.toString(lines))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<Long, String> acknowledged = new HashMap<>();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            out.lines()
                    .map(line -> List.of(line.split(" ")))
                    .filter(parts -> parts.getFirst().equals("kept"))
                    .forEach(parts -> acknowledged.put(Long.parseLong(parts.get(1)), parts.get(2)));
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor()).isEqualTo(Victim.KILLED);
        return acknowledged;
    }
}
