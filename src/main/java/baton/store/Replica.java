// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.policy.MessageFold;
import baton.wire.EventCodec;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A desk's copy of what its person may see: all rows, the messages since it began, older ones as they are fetched. Can be
 * thrown away at any time. Lines and the cursor behind them are one transaction, so nothing is missed or taken twice. Safe
 * from any thread.
 */
public final class Replica implements AutoCloseable {

    /** Raised when the tables change their meaning. */
    private static final int TABLES = 1;

    /** Lines remembered for messages that are fetched while they pass. */
    private static final int REMEMBERED = 2_000;

    /** Whose copy this is: hub by its address, person, and what that person may see. */
    public record Owner(String hub, PersonId person, String scope) {}

    /**
     * How far it has come. {@code journal}: empty before the first page. {@code mark}: of the line at the cursor, empty if
     * that was not seen. {@code page}: of the snapshot, to be asked next.
     */
    public record Position(Optional<String> journal, long cursor, String mark, Optional<Long> page, boolean filled) {}

    /** Rows that are new or different, in the order of their ids. */
    public record Changed(
            List<Conversation> conversations, List<Message> messages, List<Customer> customers, List<Person> people) {

        public Changed {
            conversations = conversations.stream()
                    .sorted(Comparator.comparing(Conversation::id))
                    .toList();
            messages =
                    messages.stream().sorted(Comparator.comparing(Message::id)).toList();
            customers = List.copyOf(customers);
            people = List.copyOf(people);
        }
    }

    /**
     * A page of messages as the hub had it at line {@code upTo} or later, ending where the known ones begin. {@code generation}:
     * of the replica when it was asked for.
     */
    public record Fetched(
            ConversationId conversation, long upTo, List<Message> messages, boolean isBeginning, int generation) {}

    private final LocalFile file;
    private volatile Owner owner;
    private volatile Database database;
    private final Deque<Recorded> recent = new ArrayDeque<>();
    private long recentFrom;
    private volatile int generation;

    private Replica(LocalFile file, Owner owner, Database database) {
        this.file = file;
        this.owner = owner;
        this.database = database;
    }

    /**
     * Opens the copy; empty when there was none, or one of another release, hub, person or scope, or a damaged one.
     */
    public static Replica open(Shelf shelf, Owner owner) {
        LocalFile file = new LocalFile(shelf, "replica");
        Replica replica = new Replica(file, owner, openOrBegin(file, owner));
        replica.recentFrom = replica.position().cursor();
        return replica;
    }

    private static Database openOrBegin(LocalFile file, Owner owner) {
        try {
            Database database = file.open();
            try {
                return expectOwner(database, owner);
            } catch (StoreException broken) {
                database.shutDown();
                throw broken;
            }
        } catch (StoreException broken) {
            file.delete();
            return expectOwner(file.open(), owner);
        }
    }

    private static Database expectOwner(Database database, Owner owner) {
        return database.with("Opening the replica", connection -> {
            if (!isMadeBy(connection, madeBy(owner))) {
                begin(connection, owner);
            }
            return database;
        });
    }

    private static boolean isMadeBy(Connection connection, String maker) throws SQLException {
        boolean isThere = Sql.first(
                        connection,
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'REPLICA'",
                        row -> row.getInt(1) > 0)
                .orElse(false);
        return isThere
                && Sql.first(connection, "SELECT made_by FROM replica WHERE one = 1", row -> row.getString(1))
                        .filter(maker::equals)
                        .isPresent();
    }

    /** A release that knows more kinds of events has folded what this one passed over. */
    private static String madeBy(Owner owner) {
        return String.join(
                " ",
                Integer.toString(TABLES),
                Integer.toString(Projections.VERSION),
                Integer.toHexString(EventCodec.kinds().keySet().hashCode()),
                owner.hub(),
                owner.person().value(),
                owner.scope());
    }

    private static void begin(Connection connection, Owner owner) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            statement.execute("RUNSCRIPT FROM 'classpath:baton/store/replica.sql'");
        }
        Sql.update(
                connection,
                "INSERT INTO replica (one, made_by, cursor, mark, begins, filled) VALUES (1, ?, 0, '', 0, FALSE)",
                madeBy(owner));
    }

    /** Throws everything away; also from a damaged file. */
    public synchronized void restart() {
        try {
            database.with("Emptying the replica", connection -> {
                begin(connection, owner);
                return true;
            });
        } catch (StoreException damaged) {
            database.shutDown();
            file.delete();
            database = openOrBegin(file, owner);
        }
        recent.clear();
        recentFrom = 0;
        generation = generation + 1;
    }

    /** How often it was begun anew since it was opened. */
    public int generation() {
        return generation;
    }

    /** The person may see something else from now on; another scope empties the copy. Tells whether it did. */
    public synchronized boolean belongTo(Owner next) {
        boolean isOther = !next.equals(owner);
        owner = next;
        if (isOther) {
            restart();
        }
        return isOther;
    }

    public Position position() {
        return database.with(
                "Reading the replica",
                connection -> Sql.first(
                                connection,
                                "SELECT journal, cursor, mark, page, filled FROM replica WHERE one = 1",
                                row -> new Position(
                                        Optional.ofNullable(row.getString(1)),
                                        row.getLong(2),
                                        row.getString(3),
                                        Optional.ofNullable(row.getObject(4, Long.class)),
                                        row.getBoolean(5)))
                        .orElseThrow(() ->
                                new StoreException("The replica has lost its position", new IllegalStateException())));
    }

    /** The first page comes next: the copy begins at line {@code upTo} of this journal. */
    public synchronized void begin(String journal, long upTo) {
        recent.clear();
        recentFrom = upTo;
        database.with(
                "Beginning the replica",
                connection -> Sql.update(
                        connection,
                        "UPDATE replica SET journal = ?, cursor = ?, begins = ?, mark = '' WHERE one = 1",
                        journal,
                        upTo,
                        upTo));
    }

    /** Takes in one page of the snapshot. {@code next}: the page after it, empty when this was the last. */
    public synchronized Changed fill(
            List<Conversation> conversations, List<Customer> customers, List<Person> people, Optional<Long> next) {
        return database.inTransaction("Filling the replica", connection -> {
            CopiedRows rows = new CopiedRows(connection);
            for (Conversation conversation : conversations) {
                rows.take(conversation);
            }
            for (Customer customer : customers) {
                rows.take(customer);
            }
            for (Person person : people) {
                rows.take(person);
            }
            @Nullable Long page = next.orElse(null);
            Sql.update(connection, "UPDATE replica SET page = ?, filled = ? WHERE one = 1", page, next.isEmpty());
            return rows.write();
        });
    }

    /** Takes in the lines after the cursor, which moves to {@code upTo}. {@code mark}: of the last line. */
    public synchronized Changed follow(List<Recorded> lines, long upTo, String mark) {
        Changed changed = database.inTransaction("Following the journal", connection -> {
            CopiedRows rows = new CopiedRows(connection);
            for (Recorded line : lines) {
                rows.fold(line);
            }
            Sql.update(connection, "UPDATE replica SET cursor = ?, mark = ? WHERE one = 1", upTo, mark);
            return rows.write();
        });
        lines.forEach(this::remember);
        return changed;
    }

    private void remember(Recorded line) {
        if (MessageFold.concerned(line).isPresent()) {
            recent.add(line);
        }
        while (recent.size() > REMEMBERED) {
            recentFrom = recent.remove().seq();
        }
    }

    /** The mark of the line at the cursor, learned now. */
    public synchronized void mark(String mark) {
        database.with("Marking the cursor", connection -> Sql.update(connection, "UPDATE replica SET mark = ?", mark));
    }

    /**
     * Takes in a page of older messages. Empty when the page is too old, as the replica was begun anew since or more lines have
     * passed than are remembered: fetch it again.
     */
    public synchronized Optional<Changed> take(Fetched page) {
        boolean isTooOld = position().cursor() > page.upTo() && recentFrom > page.upTo();
        if (isTooOld || page.generation() != generation) {
            return Optional.empty();
        }
        return Optional.of(database.inTransaction("Taking in messages", connection -> {
            CopiedRows rows = new CopiedRows(connection);
            for (Message message : page.messages()) {
                rows.take(message);
            }
            Set<MessageId> fetched = new HashSet<>();
            page.messages().forEach(message -> fetched.add(message.id()));
            for (Recorded line : recent) {
                if (MessageFold.concerned(line).filter(fetched::contains).isPresent()) {
                    rows.message(line);
                }
            }
            long since =
                    page.isBeginning() ? 0 : page.messages().getFirst().id().value();
            // Of two pages fetched at the same time, the longer one counts.
            extend(connection, page.conversation(), Math.min(since, extent(page.conversation())));
            return rows.write();
        }));
    }

    private static void extend(Connection connection, ConversationId conversation, long since) throws SQLException {
        Sql.update(
                connection,
                "MERGE INTO extents (conversation, since) KEY (conversation) VALUES (?, ?)",
                conversation.value(),
                since);
    }

    /** From which message on everything of this conversation is here; 0 = from the first. */
    public long extent(ConversationId conversation) {
        return database.with(
                "Reading the replica",
                connection -> Sql.first(
                                connection, """
                                SELECT COALESCE((SELECT since FROM extents WHERE conversation = ?),
                                                CASE WHEN ? > begins THEN 0 ELSE begins + 1 END)
                                FROM replica WHERE one = 1
                                """, row -> row.getLong(1), conversation.value(), conversation.value())
                        .orElse(0L));
    }

    /** Conversations of which messages are here. */
    public Set<ConversationId> withMessages() {
        return Set.copyOf(database.with(
                "Reading the replica",
                connection -> Sql.list(
                        connection,
                        "SELECT DISTINCT conversation FROM messages",
                        row -> new ConversationId(row.getLong(1)))));
    }

    /** Forgets the messages of these conversations; they can be fetched again. */
    public synchronized void forgetMessages(List<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return;
        }
        database.inTransaction("Forgetting messages", connection -> {
            long since = position().cursor() + 1;
            for (ConversationId conversation : conversations) {
                Sql.update(connection, "DELETE FROM messages WHERE conversation = ?", conversation.value());
                extend(connection, conversation, since);
            }
            return conversations.size();
        });
    }

    /** The newest messages with an id below {@code before}, oldest first. */
    public List<Message> messages(ConversationId conversation, long before, int limit) {
        return new Inbox(database).messages(conversation, before, limit);
    }

    public List<Conversation> conversations() {
        return all("SELECT state FROM conversations", Conversation.class);
    }

    public List<Customer> customers() {
        return all("SELECT state FROM customers", Customer.class);
    }

    public List<Person> people() {
        return all("SELECT state FROM people ORDER BY id", Person.class);
    }

    private <T> List<T> all(String sql, Class<T> type) {
        return database.with(
                "Reading the replica",
                connection -> Sql.list(connection, sql, row -> Json.MAPPER.readValue(row.getString(1), type)));
    }

    @Override
    public void close() {
        database.shutDown();
    }
}
