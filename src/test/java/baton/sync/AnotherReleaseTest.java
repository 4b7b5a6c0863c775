// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk whose copy another release of Baton made: the copy is begun anew, and what its person wrote is kept. */
final class AnotherReleaseTest {
    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    private RunningHub hub;
    private ConversationId bo;

    @BeforeEach
    void leaveADeskWithADraft() {
        hub = new RunningHub(folder.resolve("hub"), clock);
        bo = hub.newCustomer("Bo", "hello");
        try (Workspace first = Desks.inFolder(hub.address(), "mina", folder.resolve("desks"), clock)) {
            Desks.await().until(() -> Desks.texts(first, bo).contains("hello"));
            first.saveDraft(first.draft(bo).withReply("half a sentence"));
        }
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE replica SET made_by = '999 of a release to come'",
                "UPDATE replica SET made_by = '0'; ALTER TABLE conversations DROP COLUMN state",
                "ALTER TABLE replica RENAME TO copy",
                "ALTER TABLE replica DROP COLUMN mark; UPDATE replica SET made_by = ''",
                "DROP ALL OBJECTS; CREATE TABLE elsewhere (one INT)",
            })
    void itsCopyIsBegunAnewAndTheDraftIsKept(String change) throws SQLException {
        change("UPDATE messages SET state = replace(state, 'hello', 'of yore')");
        change(change);
        assertThatTheDeskIsAsTheHubAndKeepsItsDraft();
        assertThatTheDeskIsAsTheHubAndKeepsItsDraft();
    }

    @Test
    void aCopyOfThisReleaseIsNotBegunAnew() throws SQLException {
        change("UPDATE messages SET state = replace(state, 'hello', 'of yore')");
        try (Workspace again = again()) {
            assertThat(again.messages(bo, Optional.empty(), 10).messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.content().words()).isEqualTo("of yore"));
        }
    }

    private void assertThatTheDeskIsAsTheHubAndKeepsItsDraft() {
        try (Workspace again = again()) {
            Desks.await().until(() -> Desks.texts(again, bo).equals(List.of("hello")));
            assertThat(again.draft(bo).reply()).isEqualTo("half a sentence");
            Desks.await().until(() -> again.row(bo).isPresent());
            Desks.online(again);
        }
    }

    private Workspace again() {
        return Desks.opened(Desks.settings(hub.address(), "mina", folder.resolve("desks"), clock));
    }

    /** What another release may have left there. */
    private void change(String sql) throws SQLException {
        Path desk = DeskFolder.of(folder.resolve("desks"), hub.address(), new PersonId("mina"));
        KeyRing ring = new SystemKeyRing(System.getProperty("os.name"), Map.of());
        String key = new KeyPlace(ring, new SecureRandom()).find(desk).key().reveal();
        String url = "jdbc:h2:file:" + desk.resolve("replica") + ";CIPHER=AES";
        try (Connection connection = DriverManager.getConnection(url, "desk", key + " desk");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
