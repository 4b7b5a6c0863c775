// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Touch;
import baton.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which conversations are held according to the journal, whether or not their hold has run out. Safe from any thread. */
public final class Holds {

    /** A conversation that is held, and what the volatile lane knows of its holder. */
    public record Hold(Conversation conversation, Optional<Touch> touch) {}

    /** By a range and not by IS NOT NULL, for which H2 walks through all conversations. */
    static final String ALL = """
        SELECT c.state, c.id, c.holder, t.last_input, t.lease_until
        FROM conversations c LEFT JOIN touches t ON t.conversation = c.id AND t.person = c.holder
        WHERE c.holder >= ''
        """;

    private final Database database;

    public Holds(Database database) {
        this.database = database;
    }

    public List<Hold> all() {
        return database.with(
                "Looking at the holds",
                connection -> Sql.list(
                        connection,
                        ALL,
                        row -> new Hold(Json.MAPPER.readValue(row.getString(1), Conversation.class), touch(row))));
    }

    private static Optional<Touch> touch(ResultSet row) throws SQLException {
        @Nullable Long lastInput = row.getObject(4, Long.class);
        return lastInput == null
                ? Optional.empty()
                : Optional.of(new Touch(
                        new ConversationId(row.getLong(2)),
                        new PersonId(row.getString(3)),
                        Sql.instant(lastInput),
                        Sql.optionalInstant(row.getObject(5, Long.class))));
    }
}
