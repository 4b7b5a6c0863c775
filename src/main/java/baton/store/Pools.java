// SPDX-License-Identifier: Apache-2.0
package baton.store;

import com.zaxxer.hikari.HikariDataSource;

/**
 * How many connections a database gets, how long one waits for them, and what each store must be told beside. Pools begin with the first connection that
 * is asked for; made of settings of their own they would copy these by reflection, a hundredth of a console's start.
 */
final class Pools {

    /** As many as there are: H2 keeps eight by itself and reads the others' text anew each time. */
    private static final String KNOWN_STATEMENTS = ";QUERY_CACHE_SIZE=256";

    private Pools() {}

    /** Enough for a desk. */
    static HikariDataSource small(String url) {
        HikariDataSource pool = whole(url, Dialect.of(url));
        pool.setMaximumPoolSize(4);
        return pool;
    }

    /** Enough for a hub. */
    static HikariDataSource whole(String url, Dialect dialect) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(dialect == Dialect.H2 ? url + KNOWN_STATEMENTS : url);
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(1);
        // An embedded store is never away, only busy; a server that is away must be told to Meta soon.
        pool.setConnectionTimeout(dialect == Dialect.POSTGRES ? 5_000 : 10_000);
        pool.setInitializationFailTimeout(1);
        pool.setPoolName("store");
        if (dialect == Dialect.H2) {
            pool.setExceptionOverrideClassName(DeadConnections.class.getName());
        }
        if (dialect == Dialect.POSTGRES) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            pool.addDataSourceProperty("ApplicationName", "baton");
            pool.addDataSourceProperty("socketTimeout", "60");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.setConnectionInitSql(CommitDurability.AWAITED);
        }
        return pool;
    }
}
