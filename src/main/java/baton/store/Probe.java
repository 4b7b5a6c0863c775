// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.run.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Looks at a database from outside without changing it: reachable, made by which release, anybody in it. Any thread; blocks. */
public final class Probe {
    /** H2: held by another process; held by this one in another mode. */
    private static final Set<Integer> ALREADY_OPEN = Set.of(90020, 90133);

    /** What was found. */
    public sealed interface Result permits Empty, InUse, Unreachable, Forgetful, Made {}

    /** Reachable, but no release has made its tables. */
    public record Empty() implements Result {}

    /** An embedded store that another process holds. */
    public record InUse() implements Result {}

    /** {@code why}: in the driver's words, without a row. */
    public record Unreachable(String why) implements Result {}

    /** A server that confirms what a power cut can take back: {@code fsync=off}. */
    public record Forgetful() implements Result {}

    /** {@code behind}: migrations still to come; {@code newer}: made by a release after this one; {@code anybody}: of the team. */
    public record Made(String version, int behind, boolean newer, boolean anybody) implements Result {}

    private Probe() {}

    /** The embedded store in this folder. */
    public static Result embedded(Path folder) {
        if (!Files.exists(folder.resolve(Database.FILE))) {
            return new Empty();
        }
        return look("jdbc:h2:file:" + folder.toAbsolutePath().resolve("hub") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
    }

    /** A database by its JDBC URL. */
    public static Result at(Secret url) {
        return look(url.reveal());
    }

    private static Result look(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            if (Dialect.of(url) == Dialect.POSTGRES && !CommitDurability.isForced(connection)) {
                return new Forgetful();
            }
            MigrationInfoService migrations = Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:baton/store/migrations")
                    .placeholders(Map.of("bytes", Dialect.of(url).bytes()))
                    .load()
                    .info();
            MigrationInfo current = migrations.current();
            return current == null ? new Empty() : made(connection, migrations, current);
        } catch (SQLException broken) {
            return ALREADY_OPEN.contains(broken.getErrorCode())
                    ? new InUse()
                    : new Unreachable(String.valueOf(new StoreException("Connecting", broken).getMessage()));
        } catch (FlywayException broken) {
            return new Unreachable(String.valueOf(new StoreException("Reading its version", broken).getMessage()));
        }
    }

    private static Made made(Connection connection, MigrationInfoService migrations, MigrationInfo current)
            throws SQLException {
        boolean newer =
                Arrays.stream(migrations.all()).anyMatch(one -> one.getState() == MigrationState.FUTURE_SUCCESS);
        boolean anybody = Sql.first(connection, "SELECT COUNT(*) FROM people", row -> row.getLong(1))
                        .orElse(0L)
                > 0;
        return new Made(String.valueOf(current.getVersion()), migrations.pending().length, newer, anybody);
    }
}
