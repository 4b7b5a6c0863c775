// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for all the time costs what it finds, not what is stored. */
final class ScansTest {
    private static final int MANY = 2_000;
    private static final int PAGE = 10;

    private Database database;

    @BeforeEach
    void begin() {
        database = Database.inMemory("scans");
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void ofALongConversationOnlyThePageIsRead() {
        String plan = filled(
                "INSERT INTO messages (id, conversation, state) SELECT x, 7, '{}' FROM SYSTEM_RANGE(1, ?)",
                Inbox.MESSAGES,
                7L,
                Long.MAX_VALUE,
                PAGE);
        assertThat(plan).contains("scanCount: " + PAGE + " ");
    }

    @Test
    void ofAllConversationsOnlyThoseThatAreHeldAreRead() {
        String plan = filled("""
            INSERT INTO conversations (id, customer, number, changed, state, holder)
            SELECT x, x, '1', x, '{}', CASE WHEN x <= 3 THEN 'mina' END FROM SYSTEM_RANGE(1, ?)
            """, Holds.ALL);
        // H2 counts one row more than it finds in an index.
        assertThat(plan).contains("scanCount: 4 ").doesNotContain("scanCount: 2");
    }

    @Test
    void ofManyCustomersWhoNeverWroteOnlyThePageIsRead() {
        String plan = filled(
                "INSERT INTO customers (id, state) SELECT x, '{}' FROM SYSTEM_RANGE(1, ?)",
                Inbox.WITHOUT_CONVERSATION,
                0L,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                PAGE);
        assertThat(plan).contains("scanCount: " + PAGE + " ").doesNotContain("scanCount: " + MANY);
    }

    /** The plan of this question over many rows, with how many of them were read. */
    private String filled(String insert, String question, @Nullable Object... values) {
        return database.with("Asking", connection -> {
            Sql.update(connection, insert, MANY);
            return plan(connection, question, values);
        });
    }

    private static String plan(Connection connection, String question, @Nullable Object... values) throws SQLException {
        return Sql.first(connection, "EXPLAIN ANALYZE " + question, row -> row.getString(1), values)
                .orElseThrow();
    }
}
