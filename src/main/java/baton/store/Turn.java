// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Actor;
import baton.domain.CommandId;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.Identity;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Touch;
import baton.domain.Wamid;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item's turn under the head lock: everything it reads is the truth up to the last line, everything it records is
 * numbered at once and visible to what follows. Used only inside {@link Decision#decide}, on the writer's thread.
 */
public final class Turn {

    private record Place(ConversationId conversation, PersonId person) {}

    private final Batch batch;
    private final Map<Place, Optional<Touch>> touches = new HashMap<>();

    Turn(Batch batch) {
        this.batch = batch;
    }

    /** The journal's time: the database's, never lower than the last line's. */
    public Instant now() {
        return batch.now();
    }

    /** The number that the next recorded event will have. */
    public long next() {
        return batch.next();
    }

    /**
     * Does a part of the item's work; when it throws, that part alone leaves nothing behind and the exception is returned.
     * A database that fails is not the part's fault and is thrown on.
     */
    public Optional<RuntimeException> attempt(Runnable part) {
        Batch.Mark mark = batch.mark();
        try {
            part.run();
            return Optional.empty();
        } catch (StoreException broken) {
            throw broken;
        } catch (RuntimeException failed) {
            batch.takeBackTo(mark);
            return Optional.of(failed);
        }
    }

    /** Whether an entry with this mark was taken before (reactions, edits, deletions, account notices). */
    public boolean seen(String mark) {
        return reading("Reading a mark", () -> batch.projections().seen.find(batch.connection(), mark))
                .isPresent();
    }

    public Recorded record(Actor actor, Event event) {
        return reading("Recording", () -> batch.record(Optional.empty(), actor, event));
    }

    public Recorded record(ConversationId conversation, Actor actor, Event event) {
        return reading("Recording", () -> batch.record(Optional.of(conversation), actor, event));
    }

    /** Opens a conversation, whose id is the event's number. */
    public ConversationId open(CustomerId customer, NumberId number, Actor actor) {
        ConversationId id = new ConversationId(next());
        record(id, actor, new ConversationEvent.ConversationOpened(customer, number));
        return id;
    }

    public Optional<Conversation> conversation(ConversationId id) {
        return reading(
                "Reading a conversation",
                () -> batch.projections().conversations.find(batch.connection(), id));
    }

    /** The open conversation of this customer on this number, of which there is one at most; else the newest. */
    public Optional<Conversation> newestConversation(CustomerId customer, NumberId number) {
        return reading(
                "Reading a conversation",
                () -> batch.projections().conversations.newest(batch.connection(), customer, number));
    }

    public Optional<Message> message(MessageId id) {
        return reading("Reading a message", () -> batch.projections().messages.find(batch.connection(), id));
    }

    public Optional<Message> message(Wamid wamid) {
        return reading("Reading a message", () -> batch.projections().messages.find(batch.connection(), wamid));
    }

    /** What waits for this message to appear, in the order it came. */
    public List<MessageEvent.ChangeAwaited> awaited(Wamid wamid) {
        return reading(
                        "Reading what waits for a message",
                        () -> batch.projections().awaited.find(batch.connection(), wamid))
                .map(waiting ->
                        waiting.changes().stream().map(Awaited.One::event).toList())
                .orElse(List.of());
    }

    /** The customer by id, as themselves even when merged into another. */
    public Optional<Customer> customer(CustomerId id) {
        return reading("Reading a customer", () -> batch.projections().customers.find(batch.connection(), id));
    }

    /** Whose identity this is; the customer they count as when they were merged. */
    public Optional<CustomerId> owner(Identity identity) {
        return reading(
                "Reading an identity", () -> batch.projections().identities.find(batch.connection(), identity));
    }

    /** Looks for all these identities in one round trip, so that {@link #owner} has its answers at hand. */
    public void lookFor(List<Identity> identities) {
        List<Identity> unknown = identities.stream()
                .filter(identity -> !batch.projections().identities.isKnown(identity))
                .toList();
        if (unknown.size() > 1) {
            var found = reading("Reading identities", () -> Identities.loadAll(batch.connection(), unknown));
            batch.projections().identities.known(unknown, found);
        }
    }

    /** One line of the journal, also of this turn. */
    public Optional<Recorded> line(long seq) {
        return batch.lines().stream()
                .filter(line -> line.seq() == seq)
                .findFirst()
                .or(() -> reading("Reading the journal", () -> Journal.lines(batch.connection(), seq - 1, 1)).stream()
                        .findFirst());
    }

    public Optional<Person> person(PersonId id) {
        return reading("Reading a person", () -> batch.projections().people.find(batch.connection(), id));
    }

    /** All people, also those who left; as of the batch's beginning. */
    public List<Person> people() {
        return reading("Reading the people", () -> People.all(batch.connection()));
    }

    /** What the volatile lane knows of this person in this conversation: the same for the whole turn, whoever types meanwhile. */
    public Optional<Touch> touch(ConversationId conversation, PersonId person) {
        return touches.computeIfAbsent(
                new Place(conversation, person),
                _ -> reading(
                        "Reading the volatile lane", () -> Touches.find(batch.connection(), conversation, person)));
    }

    /** The answer this command got the first time. */
    public Optional<String> answered(PersonId person, CommandId id) {
        return reading("Reading an answer", () -> batch.beside().answer(batch.connection(), new Given.Key(person, id)))
                .map(Given.Answer::body);
    }

    /** Keeps the answer for a second asking; ask {@link #answered} first. */
    public void answer(PersonId person, CommandId id, String body) {
        batch.beside().given.put(new Given.Key(person, id), new Given.Answer(now(), body));
    }

    /** Keeps the raw body and gives the delivery its name. */
    public DeliveryId keepRaw(RawBody body) {
        return reading(
                "Keeping a raw delivery",
                () -> batch.beside().keepRaw(batch.connection(), RawBodies.day(now()), now(), body));
    }

    /** The reconciliation board's books as of this turn. */
    public Bookkeeping books() {
        return new Bookkeeping(batch);
    }

    public void credential(PersonId person, String hash) {
        batch.beside().write("DELETE FROM credentials WHERE person = ?", person.value());
        batch.beside().write("INSERT INTO credentials (hash, person) VALUES (?, ?)", hash, person.value());
    }

    /** Ends every session of this person with this transaction. */
    public void endSessions(PersonId person) {
        batch.beside().endSessions(person);
    }

    interface Read<T> {
        T read() throws SQLException;
    }

    static <T> T reading(String doing, Read<T> read) {
        try {
            return read.read();
        } catch (SQLException broken) {
            throw new StoreException(doing, broken);
        }
    }
}
