// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyPlaceTest {
    private final SecureRandom dice = new SecureRandom();
    private final KeyRing noRing = new SystemKeyRing("Plan 9", Map.of());

    @TempDir
    private Path folder;

    @Test
    void withoutAKeyRingTheKeyIsInAFileThatItsOwnerAloneReads() throws Exception {
        KeyPlace.Found first = new KeyPlace(noRing, dice).find(folder);
        KeyPlace.Found second = new KeyPlace(noRing, dice).find(folder);
        assertThat(first.protection()).isEqualTo(Protection.OWNER_ONLY_FILE);
        assertThat(second.key().reveal()).isEqualTo(first.key().reveal()).hasSize(43);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aDesktopWhoseKeyRingDoesNotAnswerFallsBackToTheFile() {
        KeyRing broken = new SystemKeyRing("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"));
        assertThat(new KeyPlace(broken, dice).find(folder).protection()).isEqualTo(Protection.OWNER_ONLY_FILE);
    }

    /** As after a kill, or on a full disk, between the making of the file and the key in it. */
    @Test
    void aKeyFileThatStayedEmptyKeepsNoDeskFromOpening() throws Exception {
        Files.createFile(folder.resolve("key"));
        KeyPlace.Found first = new KeyPlace(noRing, dice).find(folder);
        assertThat(first.key().reveal()).hasSize(43);
        assertThat(new KeyPlace(noRing, dice).find(folder).key().reveal())
                .isEqualTo(first.key().reveal());
    }

    @Test
    void theFirstPageIsReadWithItsOwnKeyOnly() throws Exception {
        FirstPage.Content content = new FirstPage.Content(
                Role.EDITOR, List.of(), List.of(), Map.of(), List.of(), Map.of("look.theme", "DARK"));
        Path file = folder.resolve("first-page");
        new FirstPage(file, new Secret("one"), dice).write(content);
        assertThat(new FirstPage(file, new Secret("one"), dice).read()).contains(content);
        assertThat(new FirstPage(file, new Secret("two"), dice).read()).isEmpty();
        Files.write(file, new byte[3]);
        assertThat(new FirstPage(file, new Secret("one"), dice).read()).isEmpty();
    }

    @Test
    void theDesksOfAMachineAreListedNewestFirst() throws Exception {
        KnownDesks desks = new KnownDesks(folder);
        assertThat(desks.all()).isEmpty();
        HubAddress hub = HubAddress.of("hub.example.com").pinned("ab".repeat(32));
        desks.used(hub, new PersonId("mina"), RunningClock.START);
        desks.used(hub, new PersonId("jun"), RunningClock.START.plusSeconds(1));
        desks.used(hub, new PersonId("mina"), RunningClock.START.plus(Duration.ofDays(1)));
        assertThat(new KnownDesks(folder).all())
                .extracting(desk -> desk.person().value())
                .containsExactly("mina", "jun");
        assertThat(new KnownDesks(folder).all().getFirst().hub()).isEqualTo(hub);
        Files.writeString(folder.resolve("desks.json"), "{");
        assertThat(desks.all()).isEmpty();
    }
}
