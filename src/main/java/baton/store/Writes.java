// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one batch is going to write, in this order. Where the database takes several statements at once, neighbours of one row
 * each travel together: a small batch has a dozen of them, and the way to a server costs more than what it does there. Used by
 * the thread that owns the connection alone.
 */
final class Writes {

    /** {@code refusal}: what it means when no row was changed; empty where that may be. */
    private record Statement(String sql, List<@Nullable Object[]> rows, String refusal) {}

    private final Dialect dialect;
    private final List<Statement> statements = new ArrayList<>();

    Writes(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The same statement for each of these rows; nothing when there are none. */
    void add(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            statements.add(new Statement(sql, rows, ""));
        }
    }

    void add(String sql, @Nullable Object... row) {
        statements.add(new Statement(sql, List.<@Nullable Object[]>of(row), ""));
    }

    /** The whole batch is refused with {@code refusal} when the statement finds no row to change. */
    void addForOne(String sql, String refusal, @Nullable Object... row) {
        statements.add(new Statement(sql, List.<@Nullable Object[]>of(row), refusal));
    }

    /** Writes all of it; the caller commits. */
    void to(Connection connection) throws SQLException {
        List<Statement> neighbours = new ArrayList<>();
        for (Statement next : statements) {
            boolean isSingle = next.rows().size() == 1;
            if (!neighbours.isEmpty() && !(isSingle && dialect.takesSeveral())) {
                together(connection, neighbours);
                neighbours.clear();
            }
            if (isSingle) {
                neighbours.add(next);
            } else {
                Sql.batch(connection, next.sql(), next.rows());
            }
        }
        if (!neighbours.isEmpty()) {
            together(connection, neighbours);
        }
    }

    private static void together(Connection connection, List<Statement> neighbours) throws SQLException {
        List<Integer> changed = Sql.updateAll(
                connection,
                neighbours.stream().map(Statement::sql).collect(Collectors.joining(";")),
                neighbours.stream()
                        .flatMap(one -> Arrays.stream(one.rows().getFirst()))
                        .toArray());
        for (int i = 0; i < neighbours.size(); i++) {
            String refusal = neighbours.get(i).refusal();
            if (!refusal.isEmpty() && changed.get(i) == 0) {
                throw new SQLException(refusal);
            }
        }
    }
}
