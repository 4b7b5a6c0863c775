// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a database as it is at one moment, while others go on writing (SPEC.md R4). Reads a row at a time, so its memory does
 * not grow with the journal. One connection, one thread.
 */
public final class Backup {

    private final Database database;

    public Backup(Database database) {
        this.database = database;
    }

    /** Writes the whole backup and leaves {@code out} open; returns the number of the last line in it. */
    public long write(OutputStream out) {
        return database.atOneMoment("Making a backup", connection -> {
            try {
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                long head = write(connection, zip);
                zip.finish();
                return head;
            } catch (IOException full) {
                throw new UncheckedIOException("The backup cannot be written", full);
            }
        });
    }

    private static long write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, String> hashes = new TreeMap<>();
        for (String table : tables(connection)) {
            MessageDigest digest = RawBody.sha256();
            zip.putNextEntry(new ZipEntry(BackupFile.entry(table)));
            rows.put(table, copy(connection, table, zip, digest));
            zip.closeEntry();
            hashes.put(table, BackupFile.hex(digest));
        }
        BackupFile.End end = Sql.first(
                        connection,
                        "SELECT journal, seq FROM journal_head",
                        row -> new BackupFile.End(BackupFile.FORMAT, row.getString(1), row.getLong(2), rows, hashes))
                .orElseThrow(() -> new IllegalStateException("There is no journal to be kept"));
        zip.putNextEntry(new ZipEntry(BackupFile.END));
        zip.write(Json.MAPPER.writeValueAsBytes(end));
        zip.closeEntry();
        return end.head();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(BackupFile.TABLES);
        tables.addAll(Sql.list(
                        connection,
                        "SELECT DISTINCT lower(table_name) FROM information_schema.tables"
                                + " WHERE lower(table_name) LIKE 'raw%' ORDER BY 1",
                        row -> row.getString(1))
                .stream()
                .filter(BackupFile::isRaw)
                .toList());
        return tables;
    }

    private static long copy(Connection connection, String table, ZipOutputStream zip, MessageDigest digest)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(200);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                List<String> columns = columns(rows);
                line(columns, zip, digest);
                long count = 0;
                while (rows.next()) {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(BackupFile.written(rows.getObject(i)));
                    }
                    line(values, zip, digest);
                    count++;
                }
                return count;
            }
        }
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    private static void line(Object values, ZipOutputStream zip, MessageDigest digest) throws IOException {
        byte[] line = (Json.MAPPER.writeValueAsString(values) + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(line);
        zip.write(line);
    }
}
