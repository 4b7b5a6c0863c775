// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.ConversationId;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * From which message on everything of a conversation is in a replica; 0 = from the first. Without a row of its own, a
 * conversation is there from the line on at which the replica begins, or whole when it opened after that.
 */
final class Extents {
    private Extents() {}

    static long find(Connection connection, ConversationId conversation) throws SQLException {
        return Sql.first(connection, """
            SELECT COALESCE((SELECT since FROM extents WHERE conversation = ?),
                            CASE WHEN ? > begins THEN 0 ELSE begins + 1 END)
            FROM replica WHERE one = 1
            """, row -> row.getLong(1), conversation.value(), conversation.value())
                .orElse(0L);
    }

    static void put(Connection connection, ConversationId conversation, long since) throws SQLException {
        Sql.update(
                connection,
                "MERGE INTO extents (conversation, since) KEY (conversation) VALUES (?, ?)",
                conversation.value(),
                since);
    }
}
