// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.ConversationId;
import java.util.List;

/** Which conversations are held according to the journal, whether or not their hold has run out. Safe from any thread. */
public final class Holds {

    private final Database database;

    public Holds(Database database) {
        this.database = database;
    }

    public List<ConversationId> all() {
        return database.with(
                "Looking at the holds",
                connection -> Sql.list(
                        connection,
                        "SELECT id FROM conversations WHERE holder IS NOT NULL",
                        row -> new ConversationId(row.getLong(1))));
    }
}
