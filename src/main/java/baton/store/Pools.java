// SPDX-License-Identifier: Apache-2.0
package baton.store;

import com.zaxxer.hikari.HikariConfig;

/** How many connections a database gets, how long one waits for them, and what each store must be told beside. */
final class Pools {

    /** As many as there are: H2 keeps eight by itself and reads the others' text anew each time. */
    private static final String KNOWN_STATEMENTS = ";QUERY_CACHE_SIZE=256";

    private Pools() {}

    /** Enough for a desk. */
    static HikariConfig small(String url) {
        HikariConfig config = whole(url, Dialect.of(url));
        config.setMaximumPoolSize(4);
        return config;
    }

    /** Enough for a hub. */
    static HikariConfig whole(String url, Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(dialect == Dialect.H2 ? url + KNOWN_STATEMENTS : url);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        // An embedded store is never away, only busy; a server that is away must be told to Meta soon.
        config.setConnectionTimeout(dialect == Dialect.POSTGRES ? 5_000 : 10_000);
        config.setInitializationFailTimeout(1);
        config.setPoolName("store");
        if (dialect == Dialect.H2) {
            config.setExceptionOverrideClassName(DeadConnections.class.getName());
        }
        if (dialect == Dialect.POSTGRES) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("ApplicationName", "baton");
            config.addDataSourceProperty("socketTimeout", "60");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.setConnectionInitSql(CommitDurability.AWAITED);
        }
        return config;
    }
}
