// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page of a long conversation costs what a page of a short one does. */
final class PageOfMessagesTest {
    private static final int LONG = 2_000;
    private static final int PAGE = 10;

    @Test
    void onlyThePageIsRead() {
        try (Database database = Database.inMemory("page-of-messages")) {
            String plan = database.with("Filling", connection -> {
                Sql.update(
                        connection,
                        "INSERT INTO messages (id, conversation, state) SELECT x, 7, '{}' FROM SYSTEM_RANGE(1, ?)",
                        LONG);
                return Sql.first(
                                connection,
                                "EXPLAIN ANALYZE " + Inbox.MESSAGES,
                                row -> row.getString(1),
                                7L,
                                Long.MAX_VALUE,
                                PAGE)
                        .orElseThrow();
            });
            assertThat(plan).contains("scanCount: " + PAGE + " ");
        }
    }
}
