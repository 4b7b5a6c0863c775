// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Who is signed in. Tokens are never here, only their SHA-256. Safe from any thread. */
public final class Sessions {
    /** One sign-in; it is over at {@code until} unless it is used before. */
    public record Session(PersonId person, Instant since, Instant until) {}

    private final Database database;

    public Sessions(Database database) {
        this.database = database;
    }

    public void open(String tokenHash, Session session) {
        database.with(
                "Signing in",
                connection -> Sql.update(
                        connection,
                        "INSERT INTO sessions (token, person, since, until) VALUES (?, ?, ?, ?)",
                        tokenHash,
                        session.person().value(),
                        session.since(),
                        session.until()));
    }

    /** The sign-in of this token, also when its time is over. */
    public Optional<Session> find(String tokenHash) {
        return database.with(
                "Looking for a sign-in",
                connection -> Sql.first(
                        connection,
                        "SELECT person, since, until FROM sessions WHERE token = ?",
                        row -> new Session(
                                new PersonId(row.getString(1)),
                                Sql.instant(row.getLong(2)),
                                Sql.instant(row.getLong(3))),
                        tokenHash));
    }

    /** Makes it last longer; does nothing when it has been ended meanwhile. */
    public void extend(String tokenHash, Instant until) {
        database.with(
                "Lengthening a sign-in",
                connection ->
                        Sql.update(connection, "UPDATE sessions SET until = ? WHERE token = ?", until, tokenHash));
    }

    public void end(String tokenHash) {
        database.with(
                "Signing out", connection -> Sql.update(connection, "DELETE FROM sessions WHERE token = ?", tokenHash));
    }
}
