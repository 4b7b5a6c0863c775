// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what PostgreSQL calls committed is there after its machine lost its power: a delivery is answered with 200 on
 * its word (SPEC R1; <a href="https://www.postgresql.org/docs/current/runtime-config-wal.html">its settings</a>).
 */
final class CommitDurability {

    /**
     * For each new connection. A server that confirms before it wrote is asked to write first; whoever chose {@code local} or something
     * stronger keeps it. Always said, so that a setting that changes later does not change a session that is open.
     */
    static final String AWAITED =
            "SELECT set_config('synchronous_commit', CASE setting WHEN 'off' THEN 'on' ELSE setting END, false)"
                    + " FROM (SELECT COALESCE(current_setting('synchronous_commit', true), 'on') AS setting) s";

    private static final Logger LOG = LoggerFactory.getLogger(CommitDurability.class);

    private CommitDurability() {}

    /** What no session can change, the log says. */
    static void look(Database database) {
        boolean isKept = !database.isShared()
                || database.with("Asking whether the database forces the disk", CommitDurability::isForced);
        if (!isKept) {
            LOG.warn("The PostgreSQL server runs with fsync=off: a power cut can lose messages that Baton has"
                    + " confirmed, or the whole database. Set fsync=on in its postgresql.conf and reload it.");
        }
    }

    /** Databases that speak like PostgreSQL, but do not know the setting, have no way to switch it off. */
    static boolean isForced(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT COALESCE(current_setting('fsync', true), 'on')", row -> row.getString(1))
                .map("on"::equals)
                .orElseThrow();
    }
}
