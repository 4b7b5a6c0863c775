// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Of H2 the codes of a file that is damaged or whose key is another one; what it did not expect in its file it calls a general error. */
    private static final Pattern DAMAGED = Pattern.compile("28000|50000|90030|90049");

    private final boolean goodbye;
    private final boolean away;
    private final boolean damage;

    StoreException(String doing, Throwable cause) {
        this(doing, cause, isDamage(cause));
    }

    private StoreException(String doing, Throwable cause, boolean damage) {
        super(doing + ": " + words(cause), cause instanceof SQLException ? null : cause);
        this.goodbye = false;
        this.away = isAway(cause);
        this.damage = damage;
    }

    /** Nothing failed here and now: there is no cause, and where it was found out says nothing. */
    private StoreException(String sentence, boolean goodbye) {
        super(sentence, null, false, false);
        this.goodbye = goodbye;
        this.away = true;
        this.damage = false;
    }

    /** From something that others have wrapped: what lies at the bottom says best what it was. */
    static StoreException wrapped(String doing, Throwable broken) {
        return new StoreException(doing, causes(broken).getLast(), isDamage(broken));
    }

    private static List<Throwable> causes(Throwable broken) {
        return Stream.iterate(broken, Objects::nonNull, Throwable::getCause).toList();
    }

    /** A file that ends too early is damaged; whatever else went wrong in reading it may be over the next time. */
    private static boolean isDamage(Throwable broken) {
        List<Throwable> causes = causes(broken);
        return causes.stream().anyMatch(EOFException.class::isInstance)
                || (causes.stream().noneMatch(IOException.class::isInstance)
                        && causes.stream().anyMatch(StoreException::tellsOfDamage));
    }

    private static boolean tellsOfDamage(Throwable cause) {
        return cause instanceof SQLException sql
                && DAMAGED.matcher(Integer.toString(sql.getErrorCode())).matches();
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

    /** Whether an embedded database says that its file is damaged, or not for this key: it will say so every time. */
    public boolean isDamage() {
        return damage;
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
