// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommitDurabilityTest {

    @ParameterizedTest
    @CsvSource({"off, on", "local, local", "remote_write, remote_write", "on, on", "remote_apply, remote_apply"})
    void aCommitIsWrittenBeforeItIsConfirmedWhateverTheServerIsSetTo(String server, String session) {
        String url = PostgresServer.fresh();
        try (Database administrators = Database.open(url)) {
            administrators.with(
                    "Setting the server",
                    connection -> Sql.update(
                            connection,
                            "ALTER DATABASE " + connection.getCatalog() + " SET synchronous_commit = " + server));
        }
        try (Database database = Database.open(url)) {
            assertThat(setting(database, "synchronous_commit")).isEqualTo(session);
        }
    }

    @ParameterizedTest
    @CsvSource({"off, false", "on, true"})
    void aServerThatDoesNotForceTheDiskIsNoticed(String fsync, boolean forced) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", fsync)
                        .start();
                Database database = Database.open(server.getJdbcUrl("postgres", "postgres"))) {
            assertThat(database.with("Asking", CommitDurability::isForced)).isEqualTo(forced);
            assertThat(Probe.at(new Secret(server.getJdbcUrl("postgres", "postgres"))))
                    .isInstanceOf(forced ? Probe.Made.class : Probe.Forgetful.class);
        }
    }

    private static String setting(Database database, String name) {
        return database.with(
                "Asking for a setting",
                connection -> Sql.first(connection, "SELECT current_setting(?)", row -> row.getString(1), name)
                        .orElseThrow());
    }
}
