// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wrote and set at their desk: short texts by kind and name, durable when {@link #write} returns, migrated from
 * release to release and never dropped. Safe from any thread.
 */
public final class DeskFile implements AutoCloseable {

    /** One change of what is kept. */
    public sealed interface Change {
        /** Keeps {@code body} under this kind and name, in place of what was there. */
        record Put(String kind, String name, String body) implements Change {}

        /** Keeps nothing there any more. */
        record Remove(String kind, String name) implements Change {}
    }

    /** The newest script in {@code baton/store/desk}. */
    static final String NEWEST = "1";

    private static final String NAME = "desk";

    private final Database database;
    private final Optional<Path> damaged;

    private DeskFile(Database database, Optional<Path> damaged) {
        this.database = database;
        this.damaged = damaged;
    }

    /** Whether one was made in this folder, readable or not. */
    public static boolean isIn(Path folder) {
        return Files.exists(LocalFile.in(folder, NAME));
    }

    /**
     * Opens it, made on first use. A damaged file, or one of another key, is set aside under another name, not deleted, and a
     * new one begun; one that cannot be read for another reason stays, and {@link StoreException} says which.
     * @param mark what the name of a file that is set aside tells of when that was
     */
    public static DeskFile open(Shelf shelf, String mark) {
        LocalFile file = new LocalFile(shelf, NAME);
        try {
            return new DeskFile(migrated(file), Optional.empty());
        } catch (StoreException broken) {
            Optional<Path> aside = broken.isDamage() ? file.setAside(mark) : Optional.empty();
            if (aside.isEmpty()) {
                throw broken;
            }
            return new DeskFile(migrated(file), aside);
        }
    }

    private static Database migrated(LocalFile file) {
        Database database = file.open();
        try {
            if (!isUpToDate(database)) {
                database.migrate("baton/store/desk");
            }
            return database;
        } catch (StoreException broken) {
            database.shutDown();
            throw broken;
        }
    }

    /** Looked at first: to set up what migrates is a tenth of the time that a console takes to start. */
    private static boolean isUpToDate(Database database) {
        return database.with(
                "Reading the desk file's version",
                connection -> Sql.first(
                                        connection,
                                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = ?",
                                        row -> row.getInt(1),
                                        "flyway_schema_history")
                                .filter(there -> there > 0)
                                .isPresent()
                        && Sql.first(connection, """
                            SELECT "version" FROM "flyway_schema_history" WHERE "success"
                            ORDER BY "installed_rank" DESC FETCH FIRST 1 ROW ONLY
                            """, row -> row.getString(1))
                                .filter(NEWEST::equals)
                                .isPresent());
    }

    /** The file that could not be read and was set aside at this opening. */
    public Optional<Path> damaged() {
        return damaged;
    }

    /** Everything of one kind, in the order of the names. */
    public Map<String, String> all(String kind) {
        Map<String, String> found = new LinkedHashMap<>();
        database.with(
                        "Reading the desk file",
                        connection -> Sql.list(
                                connection,
                                "SELECT name, body FROM kept WHERE kind = ? ORDER BY name",
                                row -> Map.entry(row.getString(1), row.getString(2)),
                                kind))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** All of it or nothing; on the disk when this returns. */
    public void write(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.inTransaction("Writing the desk file", connection -> {
            for (Change change : changes) {
                write(connection, change);
            }
            return changes.size();
        });
        database.makeDurable();
    }

    private static void write(Connection connection, Change change) throws SQLException {
        switch (change) {
            case Change.Put put ->
                Sql.update(
                        connection,
                        "MERGE INTO kept (kind, name, body) KEY (kind, name) VALUES (?, ?, ?)",
                        put.kind(),
                        put.name(),
                        put.body());
            case Change.Remove remove ->
                Sql.update(connection, "DELETE FROM kept WHERE kind = ? AND name = ?", remove.kind(), remove.name());
        }
    }

    @Override
    public void close() {
        database.shutDown();
    }
}
