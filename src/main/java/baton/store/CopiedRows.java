// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.policy.ConversationFold;
import baton.policy.CustomerFold;
import baton.policy.MessageFold;
import baton.policy.PersonFold;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a replica as one transaction sees them, moved on by the same folds as the hub's. Rows may be ahead of the lines,
 * as they came in a page read later: a line that a row already holds changes nothing.
 */
final class CopiedRows {
    private final Connection connection;
    private final Conversations conversations = new Conversations();
    private final Messages messages = new Messages();
    private final Rows<CustomerId, Customer> customers = new Rows<>(new Customers());
    private final Rows<PersonId, Person> people = new Rows<>(new People());

    CopiedRows(Connection connection) {
        this.connection = connection;
    }

    void fold(Recorded line) throws SQLException {
        if (line.conversation().isPresent()) {
            conversation(line.conversation().get(), line);
        }
        message(line);
        switch (line.event()) {
            case CustomerEvent event -> customer(event, line);
            case PersonEvent event -> person(event, line);
            default -> {}
        }
    }

    private void conversation(ConversationId id, Recorded line) throws SQLException {
        Optional<Conversation> before = conversations.find(connection, id);
        if (before.filter(known -> known.version() >= line.seq()).isEmpty()) {
            ConversationFold.fold(before, line).ifPresent(conversations::put);
        }
    }

    /** Also alone, for a message that was fetched after this line had passed. */
    void message(Recorded line) throws SQLException {
        Optional<MessageId> id = MessageFold.concerned(line);
        if (id.isPresent()) {
            Optional<Message> before = messages.find(connection, id.get());
            if (before.filter(known -> known.version() >= line.seq()).isEmpty()) {
                MessageFold.fold(before, line).ifPresent(messages::put);
            }
        }
    }

    private void customer(CustomerEvent event, Recorded line) throws SQLException {
        CustomerId id = CustomerFold.concerned(event, line);
        Optional<Customer> before = customers.find(connection, id);
        if (before.filter(known -> known.version() >= line.seq()).isEmpty()) {
            CustomerFold.fold(before, event, line).ifPresent(after -> customers.put(id, after));
        }
    }

    private void person(PersonEvent event, Recorded line) throws SQLException {
        Optional<Person> before = people.find(connection, event.person());
        if (before.filter(known -> known.version() >= line.seq()).isEmpty()) {
            PersonFold.fold(before, event, line).ifPresent(after -> people.put(event.person(), after));
        }
    }

    void take(List<Conversation> someConversations, List<Customer> someCustomers, List<Person> somePeople)
            throws SQLException {
        for (Conversation conversation : someConversations) {
            take(conversation);
        }
        for (Customer customer : someCustomers) {
            take(customer);
        }
        for (Person person : somePeople) {
            take(person);
        }
    }

    private void take(Conversation row) throws SQLException {
        Optional<Conversation> known = conversations.find(connection, row.id());
        if (known.filter(before -> before.version() >= row.version()).isEmpty()) {
            conversations.put(row);
        }
    }

    void take(Message row) throws SQLException {
        Optional<Message> known = messages.find(connection, row.id());
        if (known.filter(before -> before.version() >= row.version()).isEmpty()) {
            messages.put(row);
        }
    }

    private void take(Customer row) throws SQLException {
        Optional<Customer> known = customers.find(connection, row.id());
        if (known.filter(before -> before.version() >= row.version()).isEmpty()) {
            customers.put(row.id(), row);
        }
    }

    private void take(Person row) throws SQLException {
        Optional<Person> known = people.find(connection, row.id());
        if (known.filter(before -> before.version() >= row.version()).isEmpty()) {
            people.put(row.id(), row);
        }
    }

    Replica.Changed write() throws SQLException {
        Writes writes = new Writes(Dialect.H2);
        conversations.rows().write(writes);
        messages.rows().write(writes);
        customers.write(writes);
        people.write(writes);
        writes.to(connection);
        return new Replica.Changed(
                conversations.rows().changed(), messages.rows().changed(), customers.changed(), people.changed());
    }
}
