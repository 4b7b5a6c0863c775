// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Message;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A desk's copy of what its person may see: all rows, the messages since it began, older ones as they are fetched. Can be
 * thrown away at any time. Lines and the cursor behind them are one transaction, so nothing is missed or taken twice. Safe
 * from any thread.
 */
public final class Replica implements AutoCloseable {

    /** Whose copy this is: hub by its address, person, and what that person may see. */
    public record Owner(String hub, PersonId person, String scope) {}

    /** A line of the hub's journal, and what tells it from another with its number; {@code hash}: empty when that was not seen. */
    public record Mark(long seq, String hash) {}

    /**
     * How far it has come. {@code journal}: empty before the first page. {@code at}: the last line taken in. {@code ahead}: the last
     * line of which a page told already, where that is after the cursor. {@code page}: of the snapshot, to be asked next.
     */
    public record Position(Optional<String> journal, Mark at, Mark ahead, Optional<Long> page, boolean filled) {
        public long cursor() {
            return at.seq();
        }

        /** The last line the hub told of, in its feed or by a page. */
        public long told() {
            return Math.max(cursor(), ahead.seq());
        }
    }

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
     * A page of messages as the hub had it at line {@code upTo} or later, ending before message {@code end}, where the known ones began when it
     * was asked for. {@code generation}: of the replica then.
     */
    public record Fetched(
            ConversationId conversation,
            Mark upTo,
            long end,
            List<Message> messages,
            boolean isBeginning,
            int generation) {}

    private final ReplicaFile file;
    private final PassedLines passed = new PassedLines();
    private volatile int generation;

    private Replica(ReplicaFile file) {
        this.file = file;
        passed.begin(position().cursor());
    }

    /** Opens the copy; empty when there was none, or one of another release, hub, person or scope, or a damaged one. */
    public static Replica open(Shelf shelf, Owner owner) {
        return new Replica(new ReplicaFile(new LocalFile(shelf, "replica"), owner));
    }

    /** Throws everything away; also from a damaged file. */
    public synchronized void restart() {
        file.restart();
        passed.begin(0);
        generation = generation + 1;
    }

    /** How often it was begun anew since it was opened. */
    public int generation() {
        return generation;
    }

    /** The person may see something else from now on; another scope empties the copy. Tells whether it did. */
    public synchronized boolean belongTo(Owner next) {
        boolean isOther = file.belongTo(next);
        if (isOther) {
            restart();
        }
        return isOther;
    }

    public Position position() {
        return file.database().with("Reading the replica", Positions::find);
    }

    /** The first page comes next: the copy begins at line {@code upTo} of this journal. */
    public synchronized void begin(String journal, Mark upTo) {
        passed.begin(upTo.seq());
        file.database().with("Beginning the replica", connection -> Positions.begin(connection, journal, upTo));
    }

    /**
     * Takes in one page of the snapshot, as the hub had it at line {@code upTo} or later. {@code next}: the page after it, empty when
     * this was the last.
     */
    public synchronized Changed fill(
            Mark upTo,
            List<Conversation> conversations,
            List<Customer> customers,
            List<Person> people,
            Optional<Long> next) {
        return file.database().inTransaction("Filling the replica", connection -> {
            CopiedRows rows = new CopiedRows(connection);
            rows.take(conversations, customers, people);
            Positions.page(connection, next);
            Positions.saw(connection, upTo);
            return rows.write();
        });
    }

    /** Takes in the lines after the cursor, which moves to {@code upTo}. */
    public synchronized Changed follow(List<Recorded> lines, Mark upTo) {
        Changed changed = file.database().inTransaction("Following the journal", connection -> {
            CopiedRows rows = new CopiedRows(connection);
            for (Recorded line : lines) {
                rows.fold(line);
            }
            Positions.move(connection, upTo);
            return rows.write();
        });
        lines.forEach(passed::add);
        return changed;
    }

    /**
     * Takes in a page of older messages. Empty when the page is too old, as the replica was begun anew or messages after it were forgotten
     * since, or more lines have passed than are remembered: fetch it again.
     */
    public synchronized Optional<Changed> take(Fetched page) {
        long upTo = page.upTo().seq();
        boolean isTooOld = position().cursor() > upTo && !passed.reachBackTo(upTo);
        long since = extent(page.conversation()).orElse(Extents.NOTHING);
        if (isTooOld || since > page.end() || page.generation() != generation) {
            return Optional.empty();
        }
        return Optional.of(file.database().inTransaction("Taking in messages", connection -> {
            CopiedRows rows = new CopiedRows(connection);
            for (Message message : page.messages()) {
                rows.take(message);
            }
            for (Recorded line : passed.concerning(page.messages())) {
                rows.message(line);
            }
            long begins =
                    page.isBeginning() ? 0 : page.messages().getFirst().id().value();
            // Of two pages fetched at the same time, the longer one counts.
            Extents.put(connection, page.conversation(), Math.min(begins, since));
            Positions.saw(connection, page.upTo());
            return rows.write();
        }));
    }

    /**
     * From which message on everything of this conversation is here; 0 = from the first. Empty before the first page: nothing is here, and
     * what is fetched then would have a gap after it.
     */
    public OptionalLong extent(ConversationId conversation) {
        long since = file.database().with("Reading the replica", connection -> Extents.find(connection, conversation));
        return since == Extents.NOTHING ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** Conversations of which messages are here. */
    public Set<ConversationId> withMessages() {
        return Set.copyOf(file.database()
                .with(
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
        file.database().inTransaction("Forgetting messages", connection -> {
            long since = position().cursor() + 1;
            for (ConversationId conversation : conversations) {
                Sql.update(connection, "DELETE FROM messages WHERE conversation = ?", conversation.value());
                Extents.put(connection, conversation, since);
            }
            return conversations.size();
        });
    }

    /** The newest messages with an id below {@code before}, at most {@code limit}. */
    public Stretch messages(ConversationId conversation, long before, int limit) {
        return file.database()
                .with("Reading messages", connection -> Extents.read(connection, conversation, before, limit));
    }

    /** Every row but the messages; reads for seconds when there are many. */
    public Changed rows() {
        return new Changed(
                all("SELECT state FROM conversations", Conversation.class),
                List.of(),
                all("SELECT state FROM customers", Customer.class),
                people());
    }

    /** Those of these customers, and of whom they were merged into, that are here. */
    public List<Customer> customers(Set<CustomerId> ids) {
        return file.database().with("Reading the replica", connection -> Customers.known(connection, ids));
    }

    public List<Person> people() {
        return all("SELECT state FROM people ORDER BY id", Person.class);
    }

    private <T> List<T> all(String sql, Class<T> type) {
        return file.database()
                .with(
                        "Reading the replica",
                        connection -> Sql.list(connection, sql, row -> Json.MAPPER.readValue(row.getString(1), type)));
    }

    @Override
    public void close() {
        file.close();
    }
}
