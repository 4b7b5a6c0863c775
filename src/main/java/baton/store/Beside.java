// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import baton.domain.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one batch writes beside the journal in the same transaction: raw bodies, answers given, what was received and set
 * aside, credentials. Used by the writer's thread alone.
 */
final class Beside {

    /** H2 keeps at most 1,048,576 bytes in one value. */
    private static final int PART = 1_000_000;

    final Rows<String, RawDays.Day> rawDays = new Rows<>(new RawDays());
    final Rows<Received.Key, Received.Count> received = new Rows<>(new Received());
    final Rows<ReceivedHours.Key, ReceivedHours.Count> receivedHours = new Rows<>(new ReceivedHours());
    final Rows<DeliveryId, List<SetAsides.Open>> asides = new Rows<>(new OpenAsides());
    final Rows<Given.Key, Given.Answer> given = new Rows<>(new Given());

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();

    void write(String sql, @Nullable Object... row) {
        statements.add(sql);
        values.add(row);
    }

    /** Keeps the body under the day's next number. */
    DeliveryId keepRaw(Connection connection, String day, Instant at, RawBody body) throws SQLException {
        RawDays.Day after =
                rawDays.find(connection, day).orElse(RawDays.Day.EMPTY).with(body);
        rawDays.put(day, after);
        DeliveryId id = new DeliveryId(day + "-" + after.deliveries());
        for (int part = 0; part * PART < body.packed().length; part++) {
            byte[] bytes =
                    Arrays.copyOfRange(body.packed(), part * PART, Math.min(body.packed().length, (part + 1) * PART));
            write(
                    "INSERT INTO " + RawBodies.table(day) + " (id, part, at, body) VALUES (?, ?, ?, ?)",
                    after.deliveries(),
                    part,
                    at,
                    bytes);
        }
        return id;
    }

    void endSessions(PersonId person) {
        write("DELETE FROM sessions WHERE person = ?", person.value());
    }

    boolean isEmpty() {
        return statements.isEmpty() && !given.isChanged();
    }

    List<Integer> mark() {
        return List.of(
                statements.size(), rawDays.mark(), received.mark(), given.mark(), receivedHours.mark(), asides.mark());
    }

    void takeBackTo(List<Integer> mark) {
        statements.subList(mark.get(0), statements.size()).clear();
        values.subList(mark.get(0), values.size()).clear();
        rawDays.takeBackTo(mark.get(1));
        received.takeBackTo(mark.get(2));
        given.takeBackTo(mark.get(3));
        receivedHours.takeBackTo(mark.get(4));
        asides.takeBackTo(mark.get(5));
    }

    void write(Writes writes) {
        List.of(rawDays, received, receivedHours, given).forEach(rows -> rows.write(writes));
        Map<String, List<@Nullable Object[]>> bySql = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            bySql.computeIfAbsent(statements.get(i), _ -> new ArrayList<>()).add(values.get(i));
        }
        bySql.forEach(writes::add);
    }

    /** The answer given to this command before, in this batch or earlier. */
    Optional<Given.Answer> answer(Connection connection, Given.Key key) throws SQLException {
        return given.find(connection, key);
    }
}
