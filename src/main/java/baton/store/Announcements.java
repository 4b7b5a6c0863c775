// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What other hubs on the same database wrote: on PostgreSQL a connection of its own listens for them, and the journal's
 * head is looked at every second all the same. An embedded database has no other hubs. One step of a loop; one thread.
 */
public final class Announcements implements AutoCloseable {
    private static final Duration LISTENING = Duration.ofSeconds(1);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Duration NOBODY_ELSE = Duration.ofHours(1);

    private final Database database;
    private final Journal journal;
    private @Nullable Connection connection;
    private long looked = System.nanoTime();

    public Announcements(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Waits for news until it is time to look anyway. Looks at the head when another hub moved it, and once a second whatever was
     * said. After a failure the next call connects anew.
     */
    public synchronized Duration step() {
        if (database.dialect() != Dialect.POSTGRES) {
            return NOBODY_ELSE;
        }
        try {
            PGNotification[] said = listening().unwrap(PGConnection.class).getNotifications(untilNextLook());
            if (isNews(said) || System.nanoTime() - looked >= LISTENING.toNanos()) {
                looked = System.nanoTime();
                journal.look();
            }
        } catch (SQLException broken) {
            close();
            throw new StoreException("Listening for other hubs", broken);
        }
        return Duration.ZERO;
    }

    /** In whole milliseconds, at least one: none would be for ever. */
    private int untilNextLook() {
        Duration left = LISTENING.minusNanos(System.nanoTime() - looked);
        return (int) Math.max(1, left.toMillis() + 1);
    }

    /** What this hub wrote comes back to it too; what is no number was said by somebody else, and a look costs little. */
    private boolean isNews(PGNotification @Nullable [] said) {
        return said != null
                && Arrays.stream(said)
                        .map(PGNotification::getParameter)
                        .anyMatch(head -> !NUMBER.matcher(head).matches() || Long.parseLong(head) > journal.head());
    }

    private Connection listening() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.unpooled();
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute("LISTEN " + Dialect.CHANNEL);
            }
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyGone) {
                // that was the wish
            }
        }
    }
}
