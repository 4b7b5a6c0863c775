// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key ring that says nothing once costs a desk nothing: what was written there is there again when the ring is. */
final class SilentKeyRingTest {
    private static final ConversationId CONVERSATION = new ConversationId(7);

    private final PretendRing ring = new PretendRing();
    private final KeyRing noRing = new SystemKeyRing("Linux", Map.of());

    @TempDir
    private Path desks;

    @Test
    void aRingThatIsLockedOnceCostsADeskNothing() throws Exception {
        begin();
        ring.locked();
        assertThatThrownBy(() -> open(ring))
                .isInstanceOf(SilentKeyRing.class)
                .hasMessageStartingWith(
                        "The key ring that holds this desk's key does not answer. Unlock it and open the desk again.");
        assertNothingLost();
    }

    @Test
    void aDialogThatIsDismissedOnceCostsADeskNothing() throws Exception {
        begin();
        ring.dismissed();
        assertThatThrownBy(() -> open(ring)).isInstanceOf(SilentKeyRing.class);
        assertNothingLost();
    }

    @Test
    void aStartWithoutADesktopOnceCostsADeskNothing() throws Exception {
        begin();
        assertThatThrownBy(() -> open(noRing)).isInstanceOf(SilentKeyRing.class);
        assertNothingLost();
    }

    @Test
    void aDeskFileThatItsOwnKeyDoesNotReadIsSetAsideAndBegunAnew() throws Exception {
        begin();
        Files.write(file("desk.mv.db"), new byte[5_000]);
        try (Workspace desk = open(ring)) {
            assertThat(desk.draft(CONVERSATION).reply()).isEmpty();
        }
        assertThat(names()).anyMatch(name -> name.endsWith(".damaged"));
        assertThat(ring.kept()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsInTheFileIsReadWhateverTheRingDoes() {
        try (Workspace desk = open(noRing)) {
            desk.saveDraft(desk.draft(CONVERSATION).withReply("half a sentence"));
        }
        ring.locked();
        assertDraftIsThere();
        ring.unlocked();
        assertDraftIsThere();
        assertThat(ring.kept()).isZero();
    }

    @Test
    void aFreshKeyIsNotBroughtToARingThatIsSilent() {
        ring.locked();
        KeyPlace.Found found = new KeyPlace(ring, new SecureRandom()).find(desks);
        assertThat(found.protection()).isEqualTo(Protection.OWNER_ONLY_FILE);
        assertThat(ring.kept()).isZero();
    }

    private void begin() {
        try (Workspace desk = open(ring)) {
            assertThat(desk.protection()).isEqualTo(Protection.KEY_RING);
            desk.saveDraft(desk.draft(CONVERSATION).withReply("half a sentence"));
        }
    }

    private void assertNothingLost() throws IOException {
        assertThat(ring.kept()).as("keys brought to the ring").isEqualTo(1);
        assertThat(names()).contains("desk.mv.db").doesNotContain("key").noneMatch(name -> name.endsWith(".damaged"));
        ring.unlocked();
        assertDraftIsThere();
    }

    private void assertDraftIsThere() {
        try (Workspace desk = open(ring)) {
            assertThat(desk.draft(CONVERSATION).reply()).isEqualTo("half a sentence");
        }
    }

    /** As the console does; nobody answers at this hub. */
    private Workspace open(KeyRing asked) {
        WorkspaceSettings settings = WorkspaceSettings.inFolder(
                HubAddress.of("http://127.0.0.1:9"), new PersonId("mina"), desks, new RunningClock());
        Workspace desk = LiveWorkspace.open(
                settings, baton.sync.Files.of(settings, asked), CompletableFuture.completedFuture(null));
        desk.ready().join();
        return desk;
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> all = Files.walk(desks)) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(desks)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
