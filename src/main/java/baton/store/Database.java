// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.run.OwnerOnly;
import baton.run.Secret;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open database, migrated to this release, with a pool of connections. Safe from any thread; close it last.
 */
public final class Database implements AutoCloseable {

    /** Work on one connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** What an embedded store is called in its folder. */
    public static final String FILE = "hub.mv.db";

    private final HikariDataSource pool;
    private final Dialect dialect;
    private volatile boolean givenUp;

    private Database(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    /** The embedded store in a folder that this process alone may use; a second process is refused with a {@link StoreException}. */
    public static Database embedded(Path folder) {
        Database opened = embedded(folder.toAbsolutePath().toString());
        OwnerOnly.narrow(folder.resolve(FILE)).ifPresent(LOG::warn);
        return opened;
    }

    /** The same on another kind of file: {@code place} is a folder with the scheme of its file system before it. */
    static Database embedded(String place) {
        String path = OrderedPath.to(place) + "/hub";
        Aftermath.settle(path + ".mv.db");
        return open("jdbc:h2:" + path + ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0");
    }

    /** A store in memory that is gone when closed. */
    public static Database inMemory(String name) {
        return open("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    /** A database by its JDBC URL (H2 or PostgreSQL); user and password stand in the URL. Refuses with a {@link StoreException}. */
    public static Database open(String url) {
        Dialect dialect = Dialect.of(url);
        return connected(Pools.whole(url, dialect), dialect, pool -> migrate(pool, dialect, "baton/store/migrations"));
    }

    /** A database as it is, small enough for a desk; whoever opens it makes its tables. */
    static Database unmigrated(String url) {
        return connected(Pools.small(url), Dialect.of(url), _ -> {});
    }

    /** An H2 file encrypted with this key, which must have no spaces, as it is. */
    static Database encrypted(String url, Secret key) {
        HikariDataSource pool = Pools.small(url);
        pool.setUsername("desk");
        pool.setPassword(key.reveal() + " desk");
        return connected(pool, Dialect.of(url), _ -> {});
    }

    private static Database connected(HikariDataSource pool, Dialect dialect, Consumer<HikariDataSource> first) {
        try {
            pool.getConnection().close();
            first.accept(pool);
            return new Database(pool, dialect);
        } catch (SQLException | RuntimeException broken) {
            pool.close();
            throw StoreException.wrapped("The database cannot be opened", broken);
        }
    }

    /** Brings the tables up to this release with the scripts in this folder of the class path. */
    void migrate(String scripts) {
        try {
            migrate(pool, dialect, scripts);
        } catch (FlywayException broken) {
            throw StoreException.wrapped("The database cannot be brought up to this release", broken);
        }
    }

    private static void migrate(HikariDataSource pool, Dialect dialect, String scripts) {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:" + scripts)
                    .placeholders(Map.of("bytes", dialect.bytes()))
                    .load()
                    .migrate();
        } catch (FlywayException broken) {
            pool.close();
            throw broken;
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether other hubs may be on it: an embedded store belongs to one process. */
    public boolean isShared() {
        return dialect == Dialect.POSTGRES;
    }

    /** Reads or writes with each statement its own transaction. {@code doing} tells in an error what was being done. */
    <T> T with(String doing, Work<T> work) {
        try (Connection connection = connection()) {
            return work.on(connection);
        } catch (SQLException broken) {
            throw new StoreException(doing, broken);
        }
    }

    /** All or nothing; rolled back when {@code work} throws. The pool resets the connection afterwards. */
    <T> T inTransaction(String doing, Work<T> work) {
        return inTransaction(doing, work, _ -> true);
    }

    /** The same, but also taken back where there is nothing to keep: the commit of a mere lock would be forced to the disk too. */
    <T> T inTransaction(String doing, Work<T> work, Predicate<T> isToBeKept) {
        return with(doing, connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                if (isToBeKept.test(result)) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return result;
            } catch (SQLException | RuntimeException broken) {
                rollBack(connection, broken);
                throw broken;
            }
        });
    }

    /** Reads everything as it was when the first row was asked for, whoever writes meanwhile. */
    <T> T atOneMoment(String doing, Work<T> work) {
        return with(doing, connection -> {
            connection.setAutoCommit(false);
            dialect.beginMoment(connection);
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
                dialect.endMoment(connection);
            }
        });
    }

    private static void rollBack(Connection connection, Exception broken) {
        try {
            connection.rollback();
        } catch (SQLException also) {
            broken.addSuppressed(also);
        }
    }

    /** A connection of its own, outside the pool, for whoever waits on it for long; the caller closes it. */
    Connection unpooled() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl());
    }

    /** Forces what was committed to the disk, where a commit alone does not. */
    void makeDurable() {
        with("Making the journal durable", connection -> {
            dialect.makeDurable(connection);
            return true;
        });
    }

    /** Whether the database answers within {@code seconds}. */
    public boolean answers(int seconds) {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(seconds);
        } catch (SQLTransientConnectionException gone) {
            return false;
        } catch (SQLException broken) {
            throw new StoreException("Asking whether the database answers", broken);
        }
    }

    /** Said before the end: a database that does not answer now is not asked again, so that nobody waits for it. */
    public void hurry() {
        givenUp = !answersAtOnce();
    }

    private boolean answersAtOnce() {
        return CompletableFuture.supplyAsync(() -> answers(1), Thread::startVirtualThread)
                .completeOnTimeout(false, 1_500, TimeUnit.MILLISECONDS)
                .exceptionally(_ -> false)
                .join();
    }

    private Connection connection() throws SQLException {
        if (givenUp) {
            throw new SQLTransientConnectionException("The database is away and Baton is ending");
        }
        return pool.getConnection();
    }

    /** Closes an embedded database for good, whoever else has it open in this process. */
    void shutDown() {
        try (Statement statement = pool.getConnection().unwrap(Connection.class).createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException alreadyDown) {
            // that was the wish
        } finally {
            // The connection is neither given back, of which the pool would complain, nor evicted: it would replace it.
            pool.close();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
