// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.domain.Author;
import baton.domain.Line;
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
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void theDeskIsBusyColleaguesWorkAndNothingIsLeftBehind() {
        Set<Thread> before = threads();
        try (Demo demo = new Demo(folder, 1, InstantSource.system());
                Workspace desk = demo.desk(Demo.YOU)) {
            await().atMost(SOON).until(() -> desk.rows(View.ALL).size() >= 12);
            List<ConversationRow> rows = desk.rows(View.ALL);
            assertThat(languages(rows)).hasSizeGreaterThanOrEqualTo(4);
            await().atMost(SOON).until(() -> kinds(desk.rows(View.ALL)).size() >= 3);
            await().atMost(SOON).until(() -> holders(desk).size() >= 2);
            await().atMost(SOON).until(() -> isAnswered(desk));
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

    private static Set<String> kinds(List<ConversationRow> rows) {
        return rows.stream()
                .flatMap(row -> row.conversation().traffic().last().stream())
                .map(Line::kind)
                .collect(Collectors.toSet());
    }

    private static Set<String> holders(Workspace desk) {
        return desk.rows(View.ALL).stream()
                .flatMap(row -> row.heldAt(desk.now()).stream())
                .map(hold -> hold.holderName())
                .collect(Collectors.toSet());
    }

    private static boolean isAnswered(Workspace desk) {
        return desk.rows(View.ALL).stream()
                .flatMap(row -> row.conversation().traffic().last().stream())
                .anyMatch(line -> line.author() instanceof Author.Person);
    }

    /** Those that would keep a process alive. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && !thread.getName().startsWith("awaitility"))
                .collect(Collectors.toSet());
    }
}
