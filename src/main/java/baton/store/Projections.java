// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.SendingState;
import baton.domain.Wamid;
import java.sql.Connection;
import java.util.List;

/** All projections as one batch sees them. Used by the thread that owns the connection alone. */
final class Projections {

    /** Raised when a fold changes its meaning: the projections are then folded again from the first line. */
    static final int VERSION = 5;

    final Connection connection;
    final Conversations conversations;
    final Messages messages;
    final Rows<CustomerId, Customer> customers;
    final Rows<Identity, CustomerId> identities;
    final Rows<PersonId, Person> people;
    final Rows<Wamid, Awaited.Waiting> awaited = new Rows<>(new Awaited());
    final Rows<String, Long> seen = new Rows<>(new Seen());
    final Rows<Received.Key, Placed.Count> placed = new Rows<>(new Placed());
    final Rows<SendingState, Long> sendingCounts = new Rows<>(new SendingCounts());

    Projections(Connection connection, Remembered remembered) {
        this.connection = connection;
        conversations = new Conversations(remembered);
        messages = new Messages(remembered);
        customers = new Rows<>(new Customers(), remembered.customers);
        identities = new Rows<>(new Identities(), remembered.identities);
        people = new Rows<>(new People(), remembered.people);
    }

    private List<Rows<?, ?>> all() {
        return List.of(
                conversations.rows(),
                messages.rows(),
                customers,
                identities,
                people,
                awaited,
                seen,
                placed,
                sendingCounts);
    }

    /** Where every table stands now, to be able to come back here. */
    List<Integer> mark() {
        return all().stream().map(Rows::mark).toList();
    }

    /** Takes back every change made since the mark. */
    void takeBackTo(List<Integer> mark) {
        List<Rows<?, ?>> rows = all();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).takeBackTo(mark.get(i));
        }
    }

    /** To be called once the batch is on the disk. */
    void remember() {
        conversations.remember();
        messages.remember();
        List.of(customers, identities, people).forEach(Rows::remember);
    }

    /** The batch is refused once a hub of another release has folded them anew: its rows mean something else. */
    void write(Writes writes, long seq) {
        all().forEach(rows -> rows.write(writes));
        writes.addForOne(
                "UPDATE projections SET seq = ? WHERE version = ?",
                "Another release of Baton folded this database anew; bring this hub up to it",
                seq,
                VERSION);
    }
}
