// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fills an empty database from a backup of either store and folds its journal anew (SPEC.md R4). One thread. */
public final class Restore {

    private static final int STEP = 500;

    private final Database database;
    private final InstantSource clock;

    /** {@code clock}: the database's time. */
    public Restore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A backup that cannot be used or a database that is not empty, in a sentence. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** Looks the whole file through, changing nothing, and returns the number of its last line; {@link Refused} when it is damaged. */
    public static long verify(Path backup) {
        return opened(backup, zip -> {
            BackupFile.End end = end(zip);
            for (String table : end.rows().keySet()) {
                Line<RuntimeException> looking = _ -> {};
                each(zip, end, table, looking);
            }
            return end.head();
        });
    }

    /**
     * All or nothing; returns the number of the last line. {@link Refused} when the database holds anything or the file is damaged. What waited to
     * be sent when the backup was made waits again, and {@link Restored} says so.
     */
    public long from(Path backup) {
        refuseUnlessEmpty();
        return opened(backup, zip -> {
            BackupFile.End end = end(zip);
            RawBodies raw = new RawBodies(database);
            end.rows().keySet().stream()
                    .filter(BackupFile::isRaw)
                    .forEach(table -> raw.prepareTable(table.substring(4)));
            database.inTransaction("Restoring a backup", connection -> fill(connection, zip, end));
            Rebuild.ifNeeded(database);
            database.makeDurable();
            return end.head();
        });
    }

    private void refuseUnlessEmpty() {
        boolean empty = database.with("Looking whether it is empty", connection -> {
            for (String table : BackupFile.TABLES) {
                if (Sql.first(connection, "SELECT COUNT(*) FROM " + table, row -> row.getLong(1))
                                .orElse(0L)
                        > 0) {
                    return false;
                }
            }
            return true;
        });
        if (!empty) {
            throw new Refused("There is a journal there already; a backup is restored only into an empty place");
        }
    }

    private int fill(Connection connection, ZipFile zip, BackupFile.End end) throws SQLException {
        try {
            for (String table : end.rows().keySet()) {
                fill(connection, zip, end, table);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        int _ = Restored.note(connection, clock.instant());
        return Sql.update(
                connection, "INSERT INTO projections (one, version, seq) VALUES (1, ?, 0)", Projections.VERSION);
    }

    private static void fill(Connection connection, ZipFile zip, BackupFile.End end, String table)
            throws IOException, SQLException {
        List<@Nullable Object[]> waiting = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Line<SQLException> inserting = line -> {
            if (columns.isEmpty()) {
                line.forEach(name -> columns.add(column(name.asString())));
                return;
            }
            waiting.add(line.valueStream().map(BackupFile::read).toArray());
            if (waiting.size() == STEP) {
                insert(connection, table, columns, waiting);
            }
        };
        each(zip, end, table, inserting);
        insert(connection, table, columns, waiting);
    }

    private static String column(String name) {
        if (!BackupFile.isColumn(name)) {
            throw new Refused("The backup names a column that cannot be");
        }
        return name;
    }

    private static void insert(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
        Sql.batch(connection, sql, rows);
        rows.clear();
    }

    private interface Reading {
        long read(ZipFile zip) throws IOException;
    }

    /** Takes a line, or fails with what it cannot do with it. */
    private interface Line<X extends Exception> {
        void take(JsonNode line) throws X;
    }

    private static long opened(Path backup, Reading reading) {
        try (ZipFile zip = new ZipFile(backup.toFile(), StandardCharsets.UTF_8)) {
            return reading.read(zip);
        } catch (IOException | UncheckedIOException broken) {
            throw new Refused(backup + " is no whole backup: " + broken.getMessage());
        }
    }

    private static BackupFile.End end(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupFile.END);
        if (entry == null) {
            throw new Refused(zip.getName() + " is no whole backup: its end is missing");
        }
        BackupFile.End end = Json.MAPPER.readValue(zip.getInputStream(entry).readAllBytes(), BackupFile.End.class);
        if (end.format() != BackupFile.FORMAT) {
            throw new Refused(zip.getName() + " was made by another release, in a form this one does not know");
        }
        if (!end.rows().keySet().stream().allMatch(BackupFile::isTable)) {
            throw new Refused(zip.getName() + " names a table that cannot be");
        }
        return end;
    }

    /** Every line of a table, the column names first; at the end count and hash must be what the backup says. */
    private static <X extends Exception> void each(ZipFile zip, BackupFile.End end, String table, Line<X> each)
            throws IOException, X {
        MessageDigest digest = RawBody.sha256();
        long lines = 0;
        ZipEntry entry = zip.getEntry(BackupFile.entry(table));
        if (entry == null) {
            throw new Refused(zip.getName() + " is damaged: " + table + " is missing");
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                each.take(Json.MAPPER.readTree(line));
                lines++;
            }
        } catch (UncheckedIOException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        Map<String, Long> rows = end.rows();
        if (lines - 1 != rows.getOrDefault(table, -1L)
                || !BackupFile.hex(digest).equals(end.sha256().get(table))) {
            throw new Refused(zip.getName() + " is damaged: " + table + " is not what was written");
        }
    }
}
