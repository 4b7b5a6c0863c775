// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Folds the whole journal again, beside the database in a file of its own, and compares every projection row by row:
 * whoever doubts a screen can be told whether it is what the journal says. Changes nothing in the database.
 */
public final class Check {

    private record Table(String name, List<String> key, List<String> rest) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    "conversations",
                    List.of("id"),
                    List.of(
                            "customer",
                            "number",
                            "open_key",
                            "holder",
                            "assignee",
                            "waiting_since",
                            "changed",
                            "state")),
            new Table("messages", List.of("id"), List.of("conversation", "wamid", "sending", "due_at", "state")),
            new Table("customers", List.of("id"), List.of("state")),
            new Table("identities", List.of("kind", "name"), List.of("customer")),
            new Table("people", List.of("id"), List.of("state")),
            new Table("awaited", List.of("seq"), List.of("at", "wamid", "state")),
            new Table("placed", List.of("utc_day", "number"), List.of("shown", "waiting")),
            new Table("seen", List.of("mark"), List.of("seq")),
            new Table("sending_counts", List.of("state"), List.of("total")));

    private final Database database;
    private final Path folder;

    /** {@code folder}: an empty folder for the second fold; whoever made it clears it away. */
    public Check(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** The first difference in words; empty when everything is equal. */
    public Optional<String> firstDifference() {
        try (Database again =
                Database.open("jdbc:h2:file:" + folder.toAbsolutePath().resolve("check"))) {
            again.inTransaction(
                    "Beginning the check",
                    connection -> Sql.update(
                            connection,
                            "INSERT INTO projections (one, version, seq) VALUES (1, ?, 0)",
                            Projections.VERSION));
            while (Rebuild.step(database, again) > 0) {
                // folds the journal a step at a time
            }
            return gaps().or(() -> TABLES.stream()
                    .flatMap(table -> difference(table, again).stream())
                    .findFirst());
        }
    }

    /** Numbers must run from 1 to the head without a gap. */
    private Optional<String> gaps() {
        return database.with(
                "Counting the journal",
                connection -> Sql.first(
                                connection,
                                """
                                SELECT (SELECT COUNT(*) FROM journal), (SELECT COALESCE(MAX(seq), 0) FROM journal),
                                       (SELECT seq FROM journal_head), (SELECT seq FROM projections)
                                """,
                                row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                        .filter(counts -> counts.stream().distinct().count() > 1)
                        .map(counts ->
                                "journal: %d lines, last %d, head %d, projections at %d".formatted(counts.toArray())));
    }

    private Optional<String> difference(Table table, Database again) {
        return database.with(
                "Comparing " + table.name(),
                kept -> again.with("Comparing " + table.name(), fresh -> {
                    Optional<String> missing =
                            firstMissing(table, kept, fresh, "the database has, a fresh fold has not");
                    return missing.isPresent()
                            ? missing
                            : firstMissing(table, fresh, kept, "a fresh fold has, the database has not");
                }));
    }

    /** Looks up every row of {@code left} in {@code right}; orders differ between the stores, so rows are compared by key. */
    private static Optional<String> firstMissing(Table table, Connection left, Connection right, String words)
            throws SQLException {
        String select = "SELECT " + String.join(", ", table.key()) + ", " + String.join(", ", table.rest()) + " FROM "
                + table.name();
        StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
        table.key().forEach(column -> where.add(column + " = ?"));
        left.setAutoCommit(false);
        try (Statement statement = left.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    String row = text(table, rows);
                    Optional<String> other =
                            Sql.first(right, select + where, found -> text(table, found), key(table, rows));
                    if (!other.filter(row::equals).isPresent()) {
                        return Optional.of(
                                table.name() + ": " + words + "\n  " + row + "\n  " + other.orElse("nothing"));
                    }
                }
            }
            return Optional.empty();
        } finally {
            left.rollback();
            left.setAutoCommit(true);
        }
    }

    private static Object[] key(Table table, ResultSet row) throws SQLException {
        Object[] key = new Object[table.key().size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = Objects.requireNonNull(row.getObject(i + 1));
        }
        return key;
    }

    private static String text(Table table, ResultSet row) throws SQLException {
        StringJoiner text = new StringJoiner(" | ");
        for (int i = 1; i <= table.key().size() + table.rest().size(); i++) {
            text.add(String.valueOf(row.getString(i)));
        }
        return text.toString();
    }
}
