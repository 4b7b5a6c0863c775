// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a replica has come, as it stands in the replica's one row. */
final class Positions {
    private Positions() {}

    static Replica.Position find(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT journal, cursor, mark, ahead, ahead_mark, page, filled FROM replica WHERE one = 1",
                        row -> new Replica.Position(
                                Optional.ofNullable(row.getString(1)),
                                new Replica.Mark(row.getLong(2), row.getString(3)),
                                new Replica.Mark(row.getLong(4), row.getString(5)),
                                Optional.ofNullable(row.getObject(6, Long.class)),
                                row.getBoolean(7)))
                .orElseThrow(
                        () -> new StoreException("The replica has lost its position", new IllegalStateException()));
    }

    static int begin(Connection connection, String journal, Replica.Mark at) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE replica SET journal = ?, cursor = ?, mark = ?, begins = ?, ahead = 0, ahead_mark = ''",
                journal,
                at.seq(),
                at.hash(),
                at.seq());
    }

    static int move(Connection connection, Replica.Mark to) throws SQLException {
        return Sql.update(connection, "UPDATE replica SET cursor = ?, mark = ?", to.seq(), to.hash());
    }

    static int page(Connection connection, Optional<Long> next) throws SQLException {
        @Nullable Long page = next.orElse(null);
        return Sql.update(connection, "UPDATE replica SET page = ?, filled = ?", page, next.isEmpty());
    }

    /** Rows of a page are here that the hub had at this line: it counts while it is ahead of the cursor and of what was seen before. */
    static int saw(Connection connection, Replica.Mark line) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE replica SET ahead = ?, ahead_mark = ? WHERE cursor < ? AND ahead < ?",
                line.seq(),
                line.hash(),
                line.seq(),
                line.seq());
    }
}
