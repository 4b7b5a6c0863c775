// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.MessageId;
import baton.domain.NumberId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What still has to be sent, and what was begun and not finished. Safe from any thread. */
public final class Dues {

    /** A reply that waits to be sent, not before {@code dueAt}. */
    public record Due(
            MessageId message, ConversationId conversation, NumberId number, CustomerId customer, Instant dueAt) {}

    private final Database database;

    public Dues(Database database) {
        this.database = database;
    }

    /**
     * The first queued reply of each conversation, since the later ones wait for it; those due first come first, so that many
     * which are held back hide none that may leave. None of the numbers in {@code paused}: what they owe stays due all the while.
     */
    public List<Due> queued(int limit, Set<NumberId> paused) {
        Object[] values = Stream.concat(paused.stream().map(NumberId::value), Stream.of(limit))
                .toArray();
        return database.with(
                "Looking for replies to send",
                connection -> Sql.list(
                        connection,
                        """
                        SELECT m.id, m.conversation, c.number, c.customer, m.due_at
                        FROM (SELECT MIN(id) AS id FROM messages WHERE sending = 'QUEUED' GROUP BY conversation) f
                        JOIN messages m ON m.id = f.id JOIN conversations c ON c.id = m.conversation
                        WHERE %s
                        ORDER BY m.due_at, m.id FETCH FIRST ? ROWS ONLY
                        """.formatted(isNoneOf(paused.size())),
                        row -> new Due(
                                new MessageId(row.getLong(1)),
                                new ConversationId(row.getLong(2)),
                                new NumberId(row.getString(3)),
                                new CustomerId(row.getLong(4)),
                                Sql.instant(row.getLong(5))),
                        values));
    }

    private static String isNoneOf(int numbers) {
        return numbers == 0 ? "TRUE" : "c.number NOT IN (" + String.join(", ", Collections.nCopies(numbers, "?")) + ")";
    }

    /** Replies whose call was begun and whose result is not known yet. */
    public List<MessageId> begun() {
        return database.with(
                "Looking for unfinished calls",
                connection -> Sql.list(
                        connection,
                        "SELECT id FROM messages WHERE sending = 'SENDING' ORDER BY id",
                        row -> new MessageId(row.getLong(1))));
    }
}
