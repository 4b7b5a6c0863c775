// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Touch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The volatile lane: who is at work where, outside head row and journal (SPEC.md T4, T5). Losing it only makes a hold end
 * earlier. Safe from any thread.
 */
public final class Touches {

    /** One line of the lane. */
    public record Row(Touch touch, Instant typingUntil, long changed) {}

    private final Database database;

    public Touches(Database database) {
        this.database = database;
    }

    /** Notes input now; {@code typingUntil} in the past means not typing. Later values only ever replace earlier ones. */
    public void note(Touch touch, Instant typingUntil, Instant now) {
        @Nullable Long lease = touch.leaseUntil().map(Sql::micros).orElse(null);
        database.with("Noting input", connection -> {
            int updated = Sql.update(
                    connection,
                    """
                    UPDATE touches SET last_input = ?, typing_until = ?, lease_until = ?, changed = ?
                    WHERE conversation = ? AND person = ?
                    """,
                    touch.lastInput(),
                    typingUntil,
                    lease,
                    now,
                    touch.conversation().value(),
                    touch.person().value());
            return updated > 0 || insert(connection, touch, typingUntil, lease, now);
        });
    }

    private static boolean insert(
            Connection connection, Touch touch, Instant typingUntil, @Nullable Long lease, Instant now)
            throws SQLException {
        return Sql.insertUnlessThere(
                connection,
                """
                INSERT INTO touches (last_input, typing_until, lease_until, changed, conversation, person)
                SELECT ?, ?, CAST(? AS BIGINT), ?, ?, ? WHERE NOT EXISTS
                    (SELECT 1 FROM touches WHERE conversation = ? AND person = ?)
                """,
                Sql.micros(touch.lastInput()),
                Sql.micros(typingUntil),
                lease,
                Sql.micros(now),
                touch.conversation().value(),
                touch.person().value(),
                touch.conversation().value(),
                touch.person().value());
    }

    /** What changed after this moment, oldest first, at most 1,000 lines. */
    public List<Row> changedAfter(Instant after) {
        return database.with(
                "Reading the volatile lane",
                connection -> Sql.list(
                        connection,
                        """
                        SELECT conversation, person, last_input, lease_until, typing_until, changed FROM touches
                        WHERE changed > ? ORDER BY changed FETCH FIRST 1000 ROWS ONLY
                        """,
                        row -> new Row(
                                new Touch(
                                        new ConversationId(row.getLong(1)),
                                        new PersonId(row.getString(2)),
                                        Sql.instant(row.getLong(3)),
                                        Sql.optionalInstant(row.getObject(4, Long.class))),
                                Sql.instant(row.getLong(5)),
                                row.getLong(6)),
                        after));
    }

    public Optional<Touch> find(ConversationId conversation, PersonId person) {
        return database.with("Reading the volatile lane", connection -> find(connection, conversation, person));
    }

    static Optional<Touch> find(Connection connection, ConversationId conversation, PersonId person)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT last_input, lease_until FROM touches WHERE conversation = ? AND person = ?",
                row -> new Touch(
                        conversation,
                        person,
                        Sql.instant(row.getLong(1)),
                        Sql.optionalInstant(row.getObject(2, Long.class))),
                conversation.value(),
                person.value());
    }
}
