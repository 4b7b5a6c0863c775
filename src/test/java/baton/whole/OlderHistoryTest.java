// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that comes back with less than the hub has seen, as after a switch to a server that was behind. */
final class OlderHistoryTest {

    @TempDir
    private Path folder;

    @Test
    void theHubEndsAndSaysSoAndBegunAgainItWorks() throws SQLException {
        Path log = Path.of("target", "older-history.log");
        try (KillablePostgres server = KillablePostgres.start(folder.resolve("postgres"))) {
            HubProcess place = new HubProcess(
                    log,
                    HubProcess.freePort(),
                    List.of("--data", folder.resolve("data").toString(), "--db", server.url()),
                    "http://127.0.0.1:9");
            try (Program hub = place.start()) {
                forgetTheJournal(server.url());
                assertThat(hub.ended()).isEqualTo(3);
            }
            try (Program _ = place.start()) {
                new Outside(place.address()).signIn("admin", HubProcess.PASSWORD);
            }
        }
    }

    private static void forgetTheJournal(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM journal");
            statement.execute("UPDATE journal_head SET seq = 0");
        }
    }
}
