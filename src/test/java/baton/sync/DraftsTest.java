// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ConversationId;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import baton.store.DeskFile;
import baton.store.Shelf;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftsTest {
    private static final ConversationId BO = new ConversationId(7);

    @TempDir
    private Path folder;

    @Test
    void whatWasTypedHalfASecondAgoSurvivesAKill() throws Exception {
        Process typing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TypingAtADesk.class.getName(),
                        folder.toString(),
                        "I was just about to say")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = typing.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().filter("typed"::equals).findFirst()).isPresent();
        } finally {
            typing.destroyForcibly();
        }
        assertThat(typing.waitFor(20, TimeUnit.SECONDS)).isTrue();
        HubAddress nobody = HubAddress.of("http://127.0.0.1:9");
        try (Workspace desk =
                Desks.opened(WorkspaceSettings.inFolder(nobody, new PersonId("mina"), folder, new RunningClock()))) {
            assertThat(desk.draft(BO).reply()).isEqualTo("I was just about to say");
            assertThat(desk.remembered("split")).contains("0.25");
            assertThat(desk.drafts()).containsExactly(BO);
            assertThat(desk.link()).isInstanceOf(LinkState.SignedOut.class);
        }
    }

    @Test
    void keysInARowAreOneWrite() {
        try (DeskFile file = DeskFile.open(new Shelf.Memory("drafts"), "1")) {
            DraftShelf shelf = new DraftShelf(file, Duration.ofHours(1));
            shelf.save(Draft.none(BO).withReply("a"));
            assertThat(shelf.step()).as("the first key is written at once").isEqualTo(Duration.ofHours(1));
            shelf.save(Draft.none(BO).withReply("ab"));
            assertThat(shelf.step()).as("the next waits for the pause").isPositive();
            assertThat(new DraftShelf(file, Duration.ZERO).read(BO).reply()).isEqualTo("a");
            shelf.flush();
            assertThat(new DraftShelf(file, Duration.ZERO).read(BO).reply()).isEqualTo("ab");
        }
    }

    /** Until the screen hears that the conversation is another customer's, it saves the old text at each key. */
    @Test
    void whatWasSetAsideIsNotSavedAgainBeforeTheScreenHasReadWhatThereIs() {
        try (DeskFile file = DeskFile.open(new Shelf.Memory("aside"), "1")) {
            DraftShelf shelf = new DraftShelf(file, Duration.ZERO);
            shelf.save(Draft.none(BO).withReply("Dear Bo"));
            shelf.setAside(Map.of(BO, "Bo"));
            shelf.save(Draft.none(BO).withReply("Dear Bo,"));
            assertThat(shelf.read(BO).isEmpty()).isTrue();
            shelf.save(Draft.none(BO).withReply("Dear Dewi"));
            assertThat(shelf.read(BO).reply()).isEqualTo("Dear Dewi");
            assertThat(shelf.orphans())
                    .extracting(orphan -> orphan.draft().reply())
                    .containsExactly("Dear Bo");
        }
    }

    @Test
    void aTokenThatIsWorthNothingTakesNoNewerOneWithIt() {
        try (DeskFile file = DeskFile.open(new Shelf.Memory("tokens"), "1")) {
            Credentials credentials = Credentials.open(file, true, Optional.of(pass("first")));
            Optional<Secret> first = credentials.token();
            assertThat(credentials.forget(first)).isTrue();
            assertThat(credentials.token()).isEmpty();
            credentials.take(pass("second"));
            assertThat(credentials.forget(first))
                    .as("asked before the new sign-in")
                    .isFalse();
            assertThat(credentials.forget(Optional.empty())).isFalse();
            assertThat(Credentials.open(file, true, Optional.empty()).token().map(Secret::reveal))
                    .contains("second");
        }
    }

    private static Pass pass(String token) {
        return new Pass(
                new PersonId("mina"), "Mina", Role.AGENT, new Secret(token), Instant.parse("2026-12-27T12:00:00Z"));
    }

    @Test
    void anEmptyDraftIsNoDraft() {
        try (DeskFile file = DeskFile.open(new Shelf.Memory("empty"), "1")) {
            DraftShelf shelf = new DraftShelf(file, Duration.ZERO);
            shelf.save(Draft.none(BO).withNote("n").writingNote(true).quoting(Optional.of(new MessageId(3))));
            assertThat(shelf.all()).containsExactly(BO);
            shelf.save(Draft.none(BO));
            shelf.flush();
            assertThat(shelf.all()).isEmpty();
            assertThat(new DraftShelf(file, Duration.ZERO).all()).isEmpty();
        }
    }
}
