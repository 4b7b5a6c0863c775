// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain JDBC with the ceremony taken out; times travel as microseconds since 1970. */
final class Sql {

    /** Reads one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static <T> List<T> list(Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
                return found;
            }
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
            }
        }
    }

    /** The number of rows changed. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Inserts a row that somebody else may insert at the same moment; false when they did. */
    static boolean insertUnlessThere(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try {
            return update(connection, sql, values) > 0;
        } catch (SQLException broken) {
            if (isDouble(broken)) {
                return false;
            }
            throw broken;
        }
    }

    /** Whether a unique index refused a second row with the same key. */
    static boolean isDouble(SQLException broken) {
        return "23505".equals(broken.getSQLState());
    }

    /** One round trip for all rows; nothing at all when there are none. */
    static void batch(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Several statements in one round trip where the database takes them so; the number of rows each changed, 0 for a question. */
    static List<Integer> updateAll(Connection connection, String statements, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statements)) {
            bind(statement, values);
            List<Integer> changed = new ArrayList<>();
            boolean isQuestion = statement.execute();
            while (isQuestion || statement.getUpdateCount() >= 0) {
                changed.add(isQuestion ? 0 : statement.getUpdateCount());
                isQuestion = statement.getMoreResults();
            }
            return changed;
        }
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Optional<Instant> optionalInstant(@Nullable Long micros) {
        return Optional.ofNullable(micros).map(Sql::instant);
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, bound(values[i]));
        }
    }

    /** PostgreSQL refuses U+0000 in a text, also in one that is only looked for, and then the whole transaction. */
    private static @Nullable Object bound(@Nullable Object value) {
        return switch (value) {
            case Instant at -> micros(at);
            case String text -> text.replace('\u0000', '\uFFFD');
            case null, default -> value;
        };
    }
}
