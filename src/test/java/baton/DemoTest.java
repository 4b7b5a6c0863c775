// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.sync.ConversationRow;
import baton.sync.View;
import baton.sync.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo promises whoever starts it with nothing set (SPEC.md D6). */
final class DemoTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Set<String> COLLEAGUES = Set.of("mina", "budi", "clara");

    @TempDir
    private Path folder;

    @Test
    void theDeskIsBusyColleaguesWorkAndNothingIsLeftBehind() throws InterruptedException {
        Set<Thread> before = threads();
        try (Demo demo = new Demo(folder, 1, InstantSource.system());
                Workspace desk = demo.desk(Demo.YOU)) {
            DemoWitness witness = new DemoWitness(desk);
            assertThat(new DemoOpening(desk).await(SOON))
                    .as("busy before the window is shown")
                    .isTrue();
            List<ConversationRow> rows = desk.rows(View.ALL);
            assertThat(rows).hasSizeGreaterThanOrEqualTo(12);
            assertThat(languages(rows)).hasSizeGreaterThanOrEqualTo(4);
            witness.await(SOON, "all three take", seen -> seen.takers().containsAll(COLLEAGUES));
            witness.await(SOON, "all three answer", seen -> seen.writers().containsAll(COLLEAGUES));
            witness.await(SOON, "somebody hands back", seen -> seen.handedBack() > 0);
            assertThat(witness.longestFor(60)).as("sixty messages in a minute").isLessThan(Duration.ofMinutes(1));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    private static Set<String> languages(List<ConversationRow> rows) {
        return rows.stream()
                .flatMap(row -> row.customer().identities().stream())
                .map(identity -> identity.value())
                .filter(value -> value.contains("."))
                .map(userId -> DemoTongue.ofCountry(userId.substring(0, 2)))
                .collect(Collectors.toSet());
    }

    /** Those that would keep a process alive. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && !thread.getName().startsWith("awaitility"))
                .collect(Collectors.toSet());
    }
}
