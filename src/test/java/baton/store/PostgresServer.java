// SPDX-License-Identifier: Apache-2.0
package baton.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, started by the first that asks and stopped with the JVM. */
final class PostgresServer {

    private static final String MIGRATED = "migrated";
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            run(server, "CREATE DATABASE " + MIGRATED);
            Database.open(url(server, MIGRATED)).close();
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The address of a database that nobody has used yet, migrated. */
    static String fresh() {
        String name = "test_" + MADE.incrementAndGet();
        run(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + MIGRATED);
        return url(SERVER, name);
    }

    private static String url(EmbeddedPostgres server, String name) {
        return server.getJdbcUrl("postgres", name);
    }

    private static void run(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }
}
