// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.SendingState;
import baton.domain.Touch;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the projections hold, read a page at a time for whoever looks. Each page is one moment's truth. Safe from any thread. */
public final class Inbox {
    /** Which conversations a list shows. */
    public enum View {
        /** Open, and held by or assigned to the one who looks. */
        MINE("open_key IS NOT NULL AND (holder = ? OR assignee = ?)"),
        /** Open, and neither held nor assigned. */
        UNASSIGNED("open_key IS NOT NULL AND holder IS NULL AND assignee IS NULL"),
        /** Open. */
        ALL("open_key IS NOT NULL"),
        /** Closed. */
        RESOLVED("open_key IS NULL");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    /** Ordered by both, so that the index is walked from its end: by the id alone H2 would read the whole conversation. */
    static final String MESSAGES = """
        SELECT state FROM messages WHERE conversation = ? AND id < ?
        ORDER BY conversation DESC, id DESC FETCH FIRST ? ROWS ONLY
        """;

    /** Walked from the end of the range, each with one look into the index of conversations. */
    static final String WITHOUT_CONVERSATION = """
        SELECT state FROM customers WHERE id > ? AND id < ? AND NOT EXISTS
            (SELECT 1 FROM conversations WHERE conversations.customer = customers.id AND conversations.id <= ?)
        ORDER BY id DESC FETCH FIRST ? ROWS ONLY
        """;

    private final Database database;

    public Inbox(Database database) {
        this.database = database;
    }

    /**
     * Conversations, the one that changed last first.
     *
     * @param before only those that changed before this journal number; {@link Long#MAX_VALUE} for the first page
     */
    public List<Conversation> conversations(View view, PersonId who, long before, int limit) {
        @Nullable
        Object[] values = view == View.MINE
                ? new @Nullable Object[] {who.value(), who.value(), before, limit}
                : new @Nullable Object[] {before, limit};
        return database.with(
                "Reading conversations",
                connection -> Sql.list(
                        connection,
                        "SELECT state FROM conversations WHERE " + view.condition
                                + " AND changed < ? ORDER BY changed DESC FETCH FIRST ? ROWS ONLY",
                        row -> Json.MAPPER.readValue(row.getString(1), Conversation.class),
                        values));
    }

    /** All conversations, the newest first; {@code before} is the id of the last one seen, or {@link Long#MAX_VALUE}. */
    public List<Conversation> allConversations(long before, int limit) {
        return database.with(
                "Reading conversations",
                connection -> Sql.list(
                        connection,
                        "SELECT state FROM conversations WHERE id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        row -> Json.MAPPER.readValue(row.getString(1), Conversation.class),
                        before,
                        limit));
    }

    public Optional<Conversation> conversation(ConversationId id) {
        return database.with("Reading a conversation", connection -> new Conversations().load(connection, id));
    }

    /** The newest messages with an id below {@code before}, oldest first. */
    public List<Message> messages(ConversationId conversation, long before, int limit) {
        return database.with(
                        "Reading messages",
                        connection -> Sql.list(
                                connection,
                                MESSAGES,
                                row -> Json.MAPPER.readValue(row.getString(1), Message.class),
                                conversation.value(),
                                before,
                                limit))
                .reversed();
    }

    public Optional<Message> message(MessageId id) {
        return database.with("Reading a message", connection -> new Messages().find(connection, id));
    }

    public Optional<Customer> customer(CustomerId id) {
        return database.with("Reading a customer", connection -> new Customers().load(connection, id));
    }

    /** Whom these conversations are about, and those they were merged into. */
    public Map<CustomerId, Customer> customersOf(List<Conversation> conversations) {
        return customers(conversations.stream().map(Conversation::customer).collect(Collectors.toSet()));
    }

    /** These customers, and those they were merged into. */
    public Map<CustomerId, Customer> customers(Collection<CustomerId> ids) {
        return database.with("Reading customers", connection -> {
            Map<CustomerId, Customer> found = new LinkedHashMap<>();
            read(connection, ids, found);
            List<CustomerId> kept = found.values().stream()
                    .flatMap(customer -> customer.mergedInto().stream())
                    .filter(id -> !found.containsKey(id))
                    .toList();
            read(connection, kept, found);
            return found;
        });
    }

    /**
     * Customers known before their first conversation (they opted out, or somebody was merged into them), the newest first.
     *
     * @param after only those with an id above
     * @param before only those with an id below
     * @param last conversations with an id above do not count
     */
    public List<Customer> customersWithoutConversation(long after, long before, long last, int limit) {
        return database.with(
                "Reading customers",
                connection -> Sql.list(
                        connection,
                        WITHOUT_CONVERSATION,
                        row -> Json.MAPPER.readValue(row.getString(1), Customer.class),
                        after,
                        before,
                        last,
                        limit));
    }

    private static void read(Connection connection, Collection<CustomerId> ids, Map<CustomerId, Customer> found)
            throws SQLException {
        List<Long> wanted = ids.stream().distinct().map(CustomerId::value).toList();
        if (wanted.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        Sql.list(
                        connection,
                        "SELECT state FROM customers WHERE id IN (" + places + ") ORDER BY id",
                        row -> Json.MAPPER.readValue(row.getString(1), Customer.class),
                        wanted.toArray())
                .forEach(customer -> found.put(customer.id(), customer));
    }

    /** Everybody, also those who left. */
    public List<Person> people() {
        return database.with("Reading the people", People::all);
    }

    public Optional<Person> person(PersonId id) {
        return database.with("Reading a person", connection -> new People().load(connection, id));
    }

    /** What the volatile lane knows of this person in this conversation. */
    public Optional<Touch> touch(ConversationId conversation, PersonId person) {
        return database.with("Reading the volatile lane", connection -> Touches.find(connection, conversation, person));
    }

    /** How many sendings stand in each state; states nobody reached yet are left out. */
    public Map<SendingState, Long> sendings() {
        return database.with("Counting sendings", connection -> {
            Map<SendingState, Long> counts = new EnumMap<>(SendingState.class);
            Sql.list(
                            connection,
                            "SELECT state, total FROM sending_counts",
                            row -> Map.entry(SendingState.valueOf(row.getString(1)), row.getLong(2)))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }
}
