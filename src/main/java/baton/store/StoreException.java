// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The database could not do what was asked; the message says what Baton was doing, and never quotes a row: it goes into
 * logs, which must not hold what customers wrote. Thrown at this room's border, on any thread.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST = 300;

    /** SQL states of a database that is away, ending, full or closed, or that gave up on a hub that had fallen silent; of H2 the codes, which it uses as states. */
    private static final Pattern AWAY =
            Pattern.compile("(08|53|57P|58).*|25P03|90007|90020|90028|90031|90067|90098|90121");

    private final boolean goodbye;
    private final boolean away;

    StoreException(String doing, Throwable cause) {
        super(doing + ": " + words(cause), cause instanceof SQLException ? null : cause);
        this.goodbye = false;
        this.away = isAway(cause);
    }

    /** Nothing failed here and now: there is no cause, and where it was found out says nothing. */
    private StoreException(String sentence, boolean goodbye) {
        super(sentence, null, false, false);
        this.goodbye = goodbye;
        this.away = true;
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && AWAY.matcher(sql.getSQLState()).matches());
    }

    /** What came too late for a journal that is closing: nothing is wrong, and nothing was kept. */
    static StoreException closed() {
        return new StoreException("The journal is closed", true);
    }

    /** Lines that were there are gone: whoever asked may ask again, once the hub has begun anew. */
    static StoreException lost(String sentence) {
        return new StoreException(sentence, false);
    }

    /** Whether nothing failed but the hub is on its way out: whoever asked may ask again, and no log need know. */
    public boolean isGoodbye() {
        return goodbye;
    }

    /** Whether the database was not there to be asked: the same may succeed later, and what was asked is not to blame. */
    public boolean isAway() {
        return away;
    }

    /** The last exception of a failed batch is the database's own; drivers put statement and values around and behind it. */
    private static String words(Throwable cause) {
        Throwable last = cause;
        while (last instanceof SQLException sql && sql.getNextException() != null) {
            last = sql.getNextException();
        }
        String state =
                last instanceof SQLException sql && sql.getSQLState() != null ? " (" + sql.getSQLState() + ")" : "";
        return shortened(last.getMessage()) + state;
    }

    private static String shortened(@Nullable String message) {
        String first = String.valueOf(message)
                .lines()
                .findFirst()
                .orElse("")
                .split("; SQL statement| VALUES \\(| \\( /\\*|: \"'", 2)[0];
        return first.length() > LONGEST ? first.substring(0, LONGEST) : first;
    }
}
