// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversations as one batch sees them: by id, and the newest one of a customer on a number. */
final class Conversations implements Rows.Table<ConversationId, Conversation> {

    private record Pair(CustomerId customer, NumberId number) {}

    private final Rows<ConversationId, Conversation> rows = new Rows<>(this);
    private final Map<Pair, ConversationId> opened = new HashMap<>();

    Rows<ConversationId, Conversation> rows() {
        return rows;
    }

    Optional<Conversation> find(Connection connection, ConversationId id) throws SQLException {
        return rows.find(connection, id);
    }

    /** The newest conversation with this customer on this number, open or not. */
    Optional<Conversation> newest(Connection connection, CustomerId customer, NumberId number) throws SQLException {
        ConversationId recent = opened.get(new Pair(customer, number));
        Optional<ConversationId> id =
                recent != null && rows.find(connection, recent).isPresent()
                        ? Optional.of(recent)
                        : newestStored(connection, customer, number);
        return id.isPresent() ? rows.find(connection, id.get()) : Optional.empty();
    }

    private static Optional<ConversationId> newestStored(Connection connection, CustomerId customer, NumberId number)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT id FROM conversations WHERE customer = ? AND number = ? ORDER BY id DESC FETCH FIRST 1 ROW"
                        + " ONLY",
                row -> new ConversationId(row.getLong(1)),
                customer.value(),
                number.value());
    }

    void put(Conversation conversation) {
        rows.put(conversation.id(), conversation);
        opened.merge(
                new Pair(conversation.customer(), conversation.number()),
                conversation.id(),
                (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    @Override
    public Optional<Conversation> load(Connection connection, ConversationId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT state FROM conversations WHERE id = ?",
                row -> Json.MAPPER.readValue(row.getString(1), Conversation.class),
                id.value());
    }

    @Override
    public void insert(Connection connection, Map<ConversationId, Conversation> changed) throws SQLException {
        Sql.batch(connection, """
            INSERT INTO conversations (customer, number, open_key, holder, assignee, waiting_since, changed, state, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, values(changed));
    }

    @Override
    public void update(Connection connection, Map<ConversationId, Conversation> changed) throws SQLException {
        Sql.batch(connection, """
            UPDATE conversations
            SET customer = ?, number = ?, open_key = ?, holder = ?, assignee = ?, waiting_since = ?, changed = ?, state = ?
            WHERE id = ?
            """, values(changed));
    }

    private static List<@Nullable Object[]> values(Map<ConversationId, Conversation> changed) {
        return changed.values().stream().map(Conversations::values).toList();
    }

    private static @Nullable Object[] values(Conversation conversation) {
        return new @Nullable Object[] {
            conversation.customer().value(),
            conversation.number().value(),
            conversation.open() ? conversation.customer() + ":" + conversation.number() : null,
            conversation.claim() instanceof Claim.Held held ? held.holder().value() : null,
            conversation.assignee().map(PersonId::value).orElse(null),
            conversation.traffic().waitingSince().orElse(null),
            conversation.version(),
            Json.MAPPER.writeValueAsString(conversation),
            conversation.id().value()
        };
    }
}
