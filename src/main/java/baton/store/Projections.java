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
import java.sql.SQLException;
import java.util.List;

/** All projections as one batch sees them. Used by the thread that owns the connection alone. */
final class Projections {

    /** Raised when a fold changes its meaning: the projections are then folded again from the first line. */
    static final int VERSION = 1;

    final Connection connection;
    final Conversations conversations = new Conversations();
    final Messages messages = new Messages();
    final Rows<CustomerId, Customer> customers = new Rows<>(new Customers());
    final Rows<Identity, CustomerId> identities = new Rows<>(new Identities());
    final Rows<PersonId, Person> people = new Rows<>(new People());
    final Rows<Wamid, Awaited.Waiting> awaited = new Rows<>(new Awaited());
    final Rows<SendingState, Long> sendingCounts = new Rows<>(new SendingCounts());

    Projections(Connection connection) {
        this.connection = connection;
    }

    private List<Rows<?, ?>> all() {
        return List.of(conversations.rows(), messages.rows(), customers, identities, people, awaited, sendingCounts);
    }

    void keep() {
        all().forEach(Rows::keep);
    }

    void takeBack() {
        all().forEach(Rows::takeBack);
    }

    void write(long seq) throws SQLException {
        for (Rows<?, ?> rows : all()) {
            rows.write(connection);
        }
        Sql.update(connection, "UPDATE projections SET seq = ?, version = ?", seq, VERSION);
    }
}
