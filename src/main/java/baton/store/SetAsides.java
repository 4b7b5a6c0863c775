// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was delivered and could not be placed, each with its reason, until somebody replays it or puts it away (SPEC.md B2). Safe from any thread. */
public final class SetAsides {

    /** One entry; {@code messages}: how many received messages of its number it stands for; {@code raw}: its JSON as delivered. */
    public record Entry(
            long id,
            DeliveryId delivery,
            Instant at,
            Optional<NumberId> number,
            Optional<Wamid> wamid,
            long messages,
            SetAside reason,
            String why,
            String hash,
            String raw) {}

    private static final int LONGEST = 900_000;

    private final Database database;

    public SetAsides(Database database) {
        this.database = database;
    }

    /** Who put an entry away, when, and why. */
    public record Away(PersonId by, Instant at, String why) {}

    /** An entry, and who put it away if somebody did. */
    public record Known(Entry entry, Optional<Away> away) {}

    /** The newest entries that nobody has replayed or put away yet. */
    public List<Entry> open(int limit) {
        return read("put_away IS NULL", "at", limit).stream().map(Known::entry).toList();
    }

    /** The entries that were put away last. */
    public List<Known> away(int limit) {
        return read("put_away IS NOT NULL", "put_away", limit);
    }

    private List<Known> read(String which, String order, int limit) {
        return database.with(
                "Reading what was set aside",
                connection -> Sql.list(connection, """
                    SELECT id, delivery, at, number, wamid, reason, why, hash, body, messages,
                           put_away_by, put_away, put_away_why FROM set_aside
                    WHERE replayed IS NULL AND %s ORDER BY %s DESC, id DESC FETCH FIRST ? ROWS ONLY
                    """.formatted(which, order), SetAsides::known, limit));
    }

    private static Known known(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getLong(1),
                new DeliveryId(row.getString(2)),
                Sql.instant(row.getLong(3)),
                Optional.ofNullable(row.getString(4)).map(NumberId::new),
                Optional.ofNullable(row.getString(5)).map(Wamid::new),
                row.getLong(10),
                SetAside.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                new String(RawBody.unpack(row.getBytes(9)), StandardCharsets.UTF_8));
        String by = row.getString(11);
        return new Known(
                entry,
                by == null
                        ? Optional.empty()
                        : Optional.of(new Away(new PersonId(by), Sql.instant(row.getLong(12)), row.getString(13))));
    }

    /** How many entries nobody has replayed or put away yet. */
    public long total() {
        return database.with(
                "Counting what was set aside",
                connection -> Sql.first(
                                connection,
                                "SELECT COUNT(*) FROM set_aside WHERE replayed IS NULL AND put_away IS NULL",
                                row -> row.getLong(1))
                        .orElse(0L));
    }

    /** What is known of an entry that nobody has replayed yet, without its text. */
    public record Open(long id, String hash, Optional<NumberId> number, long messages, boolean putAway) {
        Open putAway(boolean away) {
            return new Open(id, hash, number, messages, away);
        }
    }

    static List<Open> openOf(Connection connection, DeliveryId delivery) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, hash, number, messages, put_away IS NOT NULL FROM set_aside WHERE delivery = ? AND"
                        + " replayed IS NULL",
                row -> new Open(
                        row.getLong(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).map(NumberId::new),
                        row.getLong(4),
                        row.getBoolean(5)),
                delivery.value());
    }

    static Optional<DeliveryId> deliveryOf(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection, "SELECT delivery FROM set_aside WHERE id = ?", row -> new DeliveryId(row.getString(1)), id);
    }

    /** Whether anything of this day's deliveries stands aside. */
    static boolean isAnyOpen(Connection connection, String day) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT id FROM set_aside WHERE replayed IS NULL AND put_away IS NULL AND SUBSTRING(delivery,"
                                + " 1, 8) = ?",
                        row -> row.getLong(1),
                        day)
                .isPresent();
    }

    static void close(Beside beside, long id, Instant now) {
        beside.write("UPDATE set_aside SET replayed = ? WHERE id = ?", now, id);
    }

    static void putAway(Beside beside, long id, Away away) {
        beside.write(
                "UPDATE set_aside SET put_away = ?, put_away_by = ?, put_away_why = ? WHERE id = ?",
                away.at(),
                away.by().value(),
                away.why(),
                id);
    }

    /** It is open again. */
    static void takeOut(Beside beside, long id) {
        beside.write("UPDATE set_aside SET put_away = NULL, put_away_by = NULL, put_away_why = NULL WHERE id = ?", id);
    }

    static void insert(Beside beside, Entry entry) {
        byte[] raw = entry.raw().getBytes(StandardCharsets.UTF_8);
        byte[] kept = RawBody.of(raw).packed();
        if (kept.length > LONGEST) {
            kept = RawBody.of("{}".getBytes(StandardCharsets.UTF_8)).packed();
        }
        beside.write(
                """
                INSERT INTO set_aside (id, delivery, at, number, wamid, messages, reason, why, hash, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.id(),
                entry.delivery().value(),
                entry.at(),
                entry.number().map(NumberId::value).orElse(null),
                entry.wamid().map(Wamid::value).orElse(null),
                entry.messages(),
                entry.reason().name(),
                entry.why(),
                entry.hash(),
                kept);
    }
}
