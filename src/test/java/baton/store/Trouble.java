// SPDX-License-Identifier: Apache-2.0
package baton.store;

/** A database that takes no more lines for a while, for tests of what happens then. */
public final class Trouble implements AutoCloseable {

    private final Database database;

    private Trouble(Database database) {
        this.database = database;
    }

    /** From now until closed nothing can be written into the journal. */
    public static Trouble begin(Database database) {
        rename(database, "journal", "journal_gone");
        return new Trouble(database);
    }

    @Override
    public void close() {
        rename(database, "journal_gone", "journal");
    }

    private static void rename(Database database, String from, String to) {
        database.with("Testing", connection -> Sql.update(connection, "ALTER TABLE " + from + " RENAME TO " + to));
    }
}
