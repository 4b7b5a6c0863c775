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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conversations as one batch sees them: by id, and the one of a customer on a number where what they write belongs. */
final class Conversations implements Rows.Table<ConversationId, Conversation> {

    record Pair(CustomerId customer, NumberId number) {
        static Pair of(Conversation conversation) {
            return new Pair(conversation.customer(), conversation.number());
        }
    }

    private final Rows<ConversationId, Conversation> rows;
    private final Recent<Pair, ConversationId> recent;
    private final Map<Pair, Set<ConversationId>> changed = new HashMap<>();
    private final Map<Pair, Optional<ConversationId>> newestStored = new HashMap<>();

    /** Nothing is known beforehand. */
    Conversations() {
        this(new Remembered());
    }

    Conversations(Remembered remembered) {
        rows = new Rows<>(this, remembered.conversations);
        recent = remembered.newest;
    }

    Rows<ConversationId, Conversation> rows() {
        return rows;
    }

    Optional<Conversation> find(Connection connection, ConversationId id) throws SQLException {
        return rows.find(connection, id);
    }

    /** The open conversation with this customer on this number, or the newest: of the stored ones and those of this batch. */
    Optional<Conversation> newest(Connection connection, CustomerId customer, NumberId number) throws SQLException {
        Pair pair = new Pair(customer, number);
        if (!newestStored.containsKey(pair)) {
            newestStored.put(pair, newestStored(connection, pair));
        }
        return newest(pair);
    }

    private Optional<Conversation> newest(Pair pair) {
        Stream<ConversationId> touched = changed.getOrDefault(pair, Set.of()).stream();
        return Stream.concat(touched, newestStored.getOrDefault(pair, Optional.empty()).stream())
                .flatMap(id -> rows.peek(id).stream())
                .filter(conversation -> Pair.of(conversation).equals(pair))
                .max(Comparator.comparing(Conversation::open).thenComparing(Conversation::id));
    }

    private Optional<ConversationId> newestStored(Connection connection, Pair pair) throws SQLException {
        ConversationId known = recent.find(pair);
        return known == null
                ? loadNewest(connection, pair)
                : rows.find(connection, known).map(Conversation::id);
    }

    /**
     * To be called once the batch is on the disk. A pair that nobody looked at has lost its newest if one was opened; so has one whose open conversation was
     * resolved, which need not be the newest.
     */
    void remember() {
        rows.remember();
        changed.keySet().forEach(recent::remove);
        newestStored
                .keySet()
                .forEach(pair -> newest(pair)
                        .filter(found -> found.open() || !changed.containsKey(pair))
                        .ifPresent(found -> recent.put(pair, found.id())));
    }

    private Optional<ConversationId> loadNewest(Connection connection, Pair pair) throws SQLException {
        Optional<Conversation> stored = Sql.first(
                connection,
                """
                SELECT state FROM conversations WHERE customer = ? AND number = ?
                ORDER BY CASE WHEN open_key IS NULL THEN 1 ELSE 0 END, id DESC FETCH FIRST 1 ROW ONLY
                """,
                row -> Json.MAPPER.readValue(row.getString(1), Conversation.class),
                pair.customer().value(),
                pair.number().value());
        return stored.flatMap(found -> rows.known(found.id(), found)).map(Conversation::id);
    }

    /** What is taken back later stays in {@code changed}: its number may become another's, so readers compare the pair. */
    void put(Conversation conversation) {
        rows.put(conversation.id(), conversation);
        changed.computeIfAbsent(Pair.of(conversation), _ -> new HashSet<>()).add(conversation.id());
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
    public void insert(Writes writes, Map<ConversationId, Conversation> changed) {
        writes.add("""
            INSERT INTO conversations (customer, number, open_key, holder, assignee, waiting_since, changed, state, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, values(changed));
    }

    @Override
    public void update(Writes writes, Map<ConversationId, Conversation> changed) {
        writes.add("""
            UPDATE conversations
            SET customer = ?, number = ?, open_key = ?, holder = ?, assignee = ?, waiting_since = ?, changed = ?, state = ?
            WHERE id = ?
            """, closedFirst(changed));
    }

    /** When one closes and an older one of the same customer opens again, there is never a moment with two open. */
    private static List<@Nullable Object[]> closedFirst(Map<ConversationId, Conversation> changed) {
        return changed.values().stream()
                .sorted(Comparator.comparing(Conversation::open))
                .map(Conversations::values)
                .toList();
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
