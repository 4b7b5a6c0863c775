// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The raw bodies of accepted deliveries, one table a day (UTC), dropped after the retention, but for what stands aside; the day's
 * count and hash stay. Safe from any thread.
 */
public final class RawBodies {

    /** What a delivery is called: its day and its number on it. */
    private static final Pattern NAME = Pattern.compile("(\\d{8})-");

    private final Database database;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    public RawBodies(Database database) {
        this.database = database;
    }

    /** The day a moment belongs to, as its table is named: {@code 20261122}. */
    static String day(Instant at) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** The day a delivery came, with which its name begins; that of {@code at} for a name made elsewhere. */
    static String day(DeliveryId id, Instant at) {
        Matcher name = NAME.matcher(id.value());
        return name.lookingAt() ? name.group(1) : day(at);
    }

    static String table(String day) {
        return "raw_" + day;
    }

    /** Makes the tables of this day and the next; outside any transaction, since H2 commits at every CREATE. */
    void prepare(Instant now) {
        prepare(day(now));
        prepare(day(now.plusSeconds(86_400)));
    }

    /** Makes the table of one day, for a backup that has bodies of it. */
    void prepareTable(String day) {
        prepare(day);
    }

    private void prepare(String day) {
        if (ready.contains(day)) {
            return;
        }
        try {
            create(day);
        } catch (StoreException broken) {
            // on PostgreSQL a table that another hub makes at this moment is a failure, in spite of IF NOT EXISTS
            if (!exists(day)) {
                throw broken;
            }
        }
        ready.add(day);
    }

    private void create(String day) {
        database.with(
                "Making the table for raw deliveries of " + day,
                connection -> Sql.update(
                        connection,
                        "CREATE TABLE IF NOT EXISTS " + table(day)
                                + " (id BIGINT NOT NULL, part INTEGER NOT NULL, at BIGINT NOT NULL, body "
                                + database.dialect().bytes() + " NOT NULL, PRIMARY KEY (id, part))"));
    }

    /** The body exactly as received; empty once its day has been dropped or when there was none. */
    public Optional<byte[]> find(DeliveryId id) {
        String[] parts = id.value().split("-", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{8}") || !parts[1].matches("\\d{1,18}") || !exists(parts[0])) {
            return Optional.empty();
        }
        List<byte[]> found = database.with(
                "Reading a raw delivery",
                connection -> Sql.list(
                        connection,
                        "SELECT body FROM " + table(parts[0]) + " WHERE id = ? ORDER BY part",
                        row -> row.getBytes(1),
                        Long.parseLong(parts[1])));
        return found.isEmpty() ? Optional.empty() : Optional.of(RawBody.unpack(joined(found)));
    }

    /**
     * Drops the bodies of days before {@code before}, but for those that can still be asked for to replay what stands aside
     * (SPEC.md B2); returns the days of which nothing is left.
     */
    public List<String> dropBefore(LocalDate before) {
        List<String> days = database.with(
                "Looking for old raw deliveries",
                connection -> Sql.list(
                        connection,
                        "SELECT utc_day FROM raw_days WHERE utc_day < ?",
                        row -> row.getString(1),
                        DateTimeFormatter.BASIC_ISO_DATE.format(before)));
        return days.stream().filter(this::exists).filter(this::drop).toList();
    }

    private boolean drop(String day) {
        return database.with("Dropping raw deliveries of " + day, connection -> {
            if (SetAsides.isAnyOpen(connection, day)) {
                dropWhatIsNotAside(connection, day);
                return false;
            }
            Sql.update(connection, "DROP TABLE " + table(day));
            ready.remove(day);
            return true;
        });
    }

    private static void dropWhatIsNotAside(Connection connection, String day) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM " + table(day)
                        + " WHERE NOT EXISTS (SELECT 1 FROM set_aside a WHERE a.replayed IS NULL AND a.put_away IS"
                        + " NULL AND a.delivery = CAST(? AS VARCHAR) || " + table(day) + ".id)",
                day + "-");
    }

    private boolean exists(String day) {
        return ready.contains(day)
                || database.with(
                                "Looking for raw deliveries of " + day,
                                connection -> Sql.first(
                                        connection,
                                        "SELECT 1 FROM information_schema.tables WHERE lower(table_name) = ?",
                                        row -> row.getInt(1),
                                        table(day)))
                        .isPresent();
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
