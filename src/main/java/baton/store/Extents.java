// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From which message on everything of a conversation is in a replica; 0 = from the first. Without a row of its own, a
 * conversation is there from the line on at which the replica begins, or whole when it opened after that. Of a replica that has not begun
 * nothing is there, wherever its messages begin: {@link #NOTHING}.
 */
final class Extents {
    private Extents() {}

    static final long NOTHING = Long.MAX_VALUE;

    private static final String SINCE = "COALESCE(extents.since, CASE WHEN replica.journal IS NULL THEN " + NOTHING
            + " WHEN CAST(? AS BIGINT) > replica.begins THEN 0 ELSE replica.begins + 1 END)";

    private static final String FROM = " FROM replica LEFT JOIN extents ON extents.conversation = ?";
    private static final String FIND = "SELECT " + SINCE + FROM;

    /**
     * One statement, since others fetch meanwhile: no messages of a moment ago beside the extent of now, which would be a gap for ever. Joined
     * plainly, for H2 gives a statement one view of its tables, but not of one that only an expression within a joined query asks.
     */
    private static final String READ =
            "SELECT " + SINCE + ", part.state" + FROM + " LEFT JOIN (" + Inbox.MESSAGES + ") AS part ON TRUE";

    private record Line(long since, Optional<Message> message) {}

    static long find(Connection connection, ConversationId conversation) throws SQLException {
        return Sql.first(connection, FIND, row -> row.getLong(1), conversation.value(), conversation.value())
                .orElse(NOTHING);
    }

    /** The newest messages with an id below {@code before}, with the extent of that moment. */
    static Stretch read(Connection connection, ConversationId conversation, long before, int limit)
            throws SQLException {
        long id = conversation.value();
        List<Line> lines = Sql.list(connection, READ, Extents::line, id, id, id, before, limit);
        List<Message> messages = lines.stream()
                .flatMap(line -> line.message().stream())
                .sorted(Comparator.comparing(Message::id))
                .toList();
        return new Stretch(messages, lines.stream().findFirst().map(Line::since).orElse(NOTHING));
    }

    private static Line line(ResultSet row) throws SQLException {
        Optional<String> state = Optional.ofNullable(row.getString(2));
        return new Line(row.getLong(1), state.map(json -> Json.MAPPER.readValue(json, Message.class)));
    }

    static void put(Connection connection, ConversationId conversation, long since) throws SQLException {
        Sql.update(
                connection,
                "MERGE INTO extents (conversation, since) KEY (conversation) VALUES (?, ?)",
                conversation.value(),
                since);
    }
}
