// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.wire.Board;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what was delivered with where it went (SPEC.md B2). What was received is counted at the delivery; shown and waiting are a
 * projection of the journal, set aside is counted from its own table, so no two columns come from one count. Safe from any thread.
 */
public final class Reconciliation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final Comparator<Received.Key> NEWEST_FIRST =
            Comparator.comparing(Received.Key::day).reversed().thenComparing(Received.Key::number);

    /** So many of a line were set aside for one reason. */
    private record Some(Received.Key line, SetAside reason, long count, long away) {}

    private final Database database;
    private final SetAsides setAsides;

    public Reconciliation(Database database) {
        this.database = database;
        this.setAsides = new SetAsides(database);
    }

    /** One line for each number and day from the first to the last (UTC), newest first. */
    public List<Board.Day> days(LocalDate first, LocalDate last) {
        return database.with("Comparing what was received", connection -> days(connection, first, last));
    }

    /** What was set aside and nobody has replayed or put away yet, newest first. */
    public List<Board.Aside> open(int limit) {
        return setAsides.open(limit).stream()
                .map(entry -> aside(new SetAsides.Known(entry, Optional.empty())))
                .toList();
    }

    /** What was put away, the last first. */
    public List<Board.Aside> away(int limit) {
        return setAsides.away(limit).stream().map(Reconciliation::aside).toList();
    }

    private static Board.Aside aside(SetAsides.Known known) {
        SetAsides.Entry entry = known.entry();
        return new Board.Aside(
                entry.id(),
                entry.delivery(),
                entry.at(),
                entry.number(),
                entry.wamid(),
                entry.reason(),
                entry.why(),
                Optional.of(entry.raw()),
                known.away().map(away -> new Board.PutAway(away.by(), away.at(), away.why())));
    }

    /** How many entries {@link #open} has in all. */
    public long openTotal() {
        return setAsides.total();
    }

    private static List<Board.Day> days(Connection connection, LocalDate first, LocalDate last) throws SQLException {
        Map<Received.Key, Received.Count> received = received(connection, first, last);
        Map<Received.Key, Placed.Count> placed = placed(connection, first, last);
        Map<Received.Key, List<Some>> aside = aside(connection, first, last);
        Set<Received.Key> lines = new TreeSet<>(NEWEST_FIRST);
        List.of(received, placed, aside).forEach(counts -> lines.addAll(counts.keySet()));
        return lines.stream()
                .map(line -> line(
                        line,
                        received.getOrDefault(line, Received.Count.NONE),
                        placed.getOrDefault(line, Placed.Count.NONE),
                        aside.getOrDefault(line, List.of())))
                .toList();
    }

    private static Board.Day line(Received.Key line, Received.Count received, Placed.Count placed, List<Some> reasons) {
        long aside = reasons.stream().mapToLong(Some::count).sum();
        return new Board.Day(
                LocalDate.parse(line.day(), DAY),
                new NumberId(line.number()),
                received.messages(),
                placed.shown(),
                placed.waiting(),
                received.doubled(),
                aside,
                reasons.stream().collect(Collectors.toMap(Some::reason, Some::count)),
                received.messages() - placed.shown() - placed.waiting() - received.doubled() - aside,
                Optional.of(reasons.stream().mapToLong(Some::away).sum()));
    }

    private static Map<Received.Key, Received.Count> received(Connection connection, LocalDate first, LocalDate last)
            throws SQLException {
        return counts(
                connection,
                "SELECT utc_day, number, messages, doubled FROM received WHERE utc_day BETWEEN ? AND ?",
                row -> new Received.Count(row.getLong(3), row.getLong(4)),
                first,
                last);
    }

    private static Map<Received.Key, Placed.Count> placed(Connection connection, LocalDate first, LocalDate last)
            throws SQLException {
        return counts(
                connection,
                "SELECT utc_day, number, shown, waiting FROM placed WHERE utc_day BETWEEN ? AND ?",
                row -> new Placed.Count(row.getLong(3), row.getLong(4)),
                first,
                last);
    }

    private static <T> Map<Received.Key, T> counts(
            Connection connection, String sql, Sql.Reading<T> reader, LocalDate first, LocalDate last)
            throws SQLException {
        Map<Received.Key, T> counts = new HashMap<>();
        Sql.list(
                        connection,
                        sql,
                        row -> Map.entry(new Received.Key(row.getString(1), row.getString(2)), reader.read(row)),
                        DAY.format(first),
                        DAY.format(last))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** On the day of its delivery, with which a delivery's name begins, also when it was set aside in a later replay. */
    private static Map<Received.Key, List<Some>> aside(Connection connection, LocalDate first, LocalDate last)
            throws SQLException {
        return Sql.list(connection, """
            SELECT number, SUBSTRING(delivery, 1, 8), reason, SUM(messages),
                   SUM(CASE WHEN put_away IS NULL THEN 0 ELSE messages END) FROM set_aside
            WHERE replayed IS NULL AND SUBSTRING(delivery, 1, 8) BETWEEN ? AND ? AND number IS NOT NULL
            GROUP BY number, SUBSTRING(delivery, 1, 8), reason
            """, Reconciliation::some, DAY.format(first), DAY.format(last)).stream()
                .collect(Collectors.groupingBy(Some::line));
    }

    private static Some some(ResultSet row) throws SQLException {
        Received.Key line = new Received.Key(row.getString(2), row.getString(1));
        return new Some(line, SetAside.valueOf(row.getString(3)), row.getLong(4), row.getLong(5));
    }
}
