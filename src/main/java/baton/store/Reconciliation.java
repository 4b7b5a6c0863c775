// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Change;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.wire.Board;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares what was delivered with where it went (SPEC.md B2). What was received is counted at the delivery; shown is counted
 * anew from messages and from the changes that took effect, waiting and set aside from their own tables. Safe from any thread.
 */
public final class Reconciliation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Journal numbers of one day: from {@code first} to before {@code end}. */
    private record Span(long first, long end) {}

    private final Database database;
    private final SetAsides setAsides;

    public Reconciliation(Database database) {
        this.database = database;
        this.setAsides = new SetAsides(database);
    }

    /** One line for each number and day from the first to the last (UTC), newest first. */
    public List<Board.Day> days(LocalDate first, LocalDate last) {
        return database.with("Comparing what was received", connection -> {
            List<Board.Day> days = new ArrayList<>();
            for (LocalDate day = last; !day.isBefore(first); day = day.minusDays(1)) {
                days.addAll(day(connection, day));
            }
            return days;
        });
    }

    /** What was set aside and nobody has replayed yet, newest first. */
    public List<Board.Aside> open(int limit) {
        return setAsides.open(limit).stream()
                .map(entry -> new Board.Aside(
                        entry.id(),
                        entry.delivery(),
                        entry.at(),
                        entry.number(),
                        entry.wamid(),
                        entry.reason(),
                        entry.why(),
                        Optional.of(entry.raw())))
                .toList();
    }

    private static List<Board.Day> day(Connection connection, LocalDate day) throws SQLException {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Received.Count> received = received(connection, day);
        Span span = new Span(firstFrom(connection, begin), firstFrom(connection, end));
        Map<String, Long> shown = messages(connection, span, day);
        changes(connection, span).forEach((number, count) -> shown.merge(number, count, Long::sum));
        Map<String, Long> waiting = new HashMap<>();
        awaited(connection, span, shown, waiting);
        Map<String, Long> aside = aside(connection, begin, end);
        TreeSet<String> numbers = new TreeSet<>(received.keySet());
        List.of(shown, waiting, aside).forEach(counts -> numbers.addAll(counts.keySet()));
        return numbers.stream()
                .map(number -> line(
                        day,
                        number,
                        received.getOrDefault(number, Received.Count.NONE),
                        List.of(shown, waiting, aside)))
                .toList();
    }

    private static Board.Day line(
            LocalDate day, String number, Received.Count received, List<Map<String, Long>> places) {
        long shown = places.get(0).getOrDefault(number, 0L);
        long waiting = places.get(1).getOrDefault(number, 0L);
        long aside = places.get(2).getOrDefault(number, 0L);
        long missing = received.messages() - shown - waiting - aside - received.doubled();
        return new Board.Day(
                day, new NumberId(number), received.messages(), shown, waiting, received.doubled(), aside, missing);
    }

    private static Map<String, Received.Count> received(Connection connection, LocalDate day) throws SQLException {
        Map<String, Received.Count> counts = new HashMap<>();
        Sql.list(
                        connection,
                        "SELECT number, messages, doubled FROM received WHERE utc_day = ?",
                        row -> Map.entry(row.getString(1), new Received.Count(row.getLong(2), row.getLong(3))),
                        DAY.format(day))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * Messages that came with a delivery of that day, also when it was replayed later. The pattern cannot stand inside a
     * text, where quotes are escaped.
     */
    private static Map<String, Long> messages(Connection connection, Span span, LocalDate day) throws SQLException {
        return counts(connection, """
            SELECT c.number, COUNT(*) FROM messages m JOIN conversations c ON c.id = m.conversation
            WHERE m.id >= ? AND m.state LIKE ? GROUP BY c.number
            """, span.first(), "%\"delivery\":\"" + DAY.format(day) + "-%");
    }

    /** Reactions, edits and deletions that took effect at once; those that waited first were counted as awaited. */
    private static Map<String, Long> changes(Connection connection, Span span) throws SQLException {
        return counts(connection, """
            SELECT c.number, COUNT(*) FROM journal j JOIN conversations c ON c.id = j.conversation
            WHERE j.seq >= ? AND j.seq < ? AND j.actor = 'customer'
            AND j.kind IN ('ReactionChanged', 'MessageEdited', 'MessageRevoked') GROUP BY c.number
            """, span.first(), span.end());
    }

    private static void awaited(Connection connection, Span span, Map<String, Long> shown, Map<String, Long> waiting)
            throws SQLException {
        List<Map.Entry<Boolean, MessageEvent.ChangeAwaited>> changes =
                Sql.list(connection, """
                    SELECT j.body, a.seq FROM journal j LEFT JOIN awaited a ON a.seq = j.seq
                    WHERE j.seq >= ? AND j.seq < ? AND j.kind = 'ChangeAwaited'
                    """, Reconciliation::awaited, span.first(), span.end());
        changes.stream()
                .filter(change -> !(change.getValue().change() instanceof Change.Status))
                .forEach(change -> (change.getKey() ? waiting : shown)
                        .merge(change.getValue().number().value(), 1L, Long::sum));
    }

    private static Map.Entry<Boolean, MessageEvent.ChangeAwaited> awaited(ResultSet row) throws SQLException {
        boolean stillWaits = row.getObject(2) != null;
        return Map.entry(stillWaits, Json.MAPPER.readValue(row.getString(1), MessageEvent.ChangeAwaited.class));
    }

    private static Map<String, Long> aside(Connection connection, Instant begin, Instant end) throws SQLException {
        return counts(connection, """
            SELECT number, COUNT(*) FROM set_aside
            WHERE at >= ? AND at < ? AND number IS NOT NULL AND replayed IS NULL GROUP BY number
            """, begin, end);
    }

    private static Map<String, Long> counts(Connection connection, String sql, Object from, Object to)
            throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        Sql.list(connection, sql, row -> Map.entry(row.getString(1), row.getLong(2)), from, to)
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** The first journal number at or after this moment: numbers have no gaps and their times never fall, so halving finds it. */
    private static long firstFrom(Connection connection, Instant moment) throws SQLException {
        long low = 1;
        long high = 1
                + Sql.first(connection, "SELECT seq FROM journal_head WHERE one = 1", row -> row.getLong(1))
                        .orElse(0L);
        while (low < high) {
            long middle = (low + high) >>> 1;
            long at = Sql.first(connection, "SELECT at FROM journal WHERE seq = ?", row -> row.getLong(1), middle)
                    .orElseThrow(() -> new SQLException("Journal line " + middle + " is missing"));
            if (at < Sql.micros(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
