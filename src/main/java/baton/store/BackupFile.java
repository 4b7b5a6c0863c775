// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The form of a backup, the same for both stores: a zip of one file a table, each a line of column names and a line a row, and
 * at its end how many rows each has and their SHA-256. What is folded from the journal is not in it, nor what belongs to the
 * moment: sign-ins, leases, who is typing.
 */
final class BackupFile {

    static final int FORMAT = 1;
    static final String END = "end.json";
    static final List<String> TABLES = List.of(
            "journal", "answers", "raw_days", "received", "received_hours", "set_aside", "credentials", "journal_head");
    private static final Pattern RAW = Pattern.compile("raw_\\d{8}");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]{1,30}");

    private BackupFile() {}

    /** The last entry: without it a backup is not whole. */
    record End(int format, String journal, long head, Map<String, Long> rows, Map<String, String> sha256) {
        End {
            rows = Map.copyOf(rows);
            sha256 = Map.copyOf(sha256);
        }
    }

    /** Whether a backup may name this table; the name goes into SQL. */
    static boolean isTable(String name) {
        return TABLES.contains(name) || isRaw(name);
    }

    static boolean isRaw(String name) {
        return RAW.matcher(name).matches();
    }

    static boolean isColumn(String name) {
        return COLUMN.matcher(name).matches();
    }

    static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }

    /** A value as JSON can hold it; bytes as an object of their own. */
    static @Nullable Object written(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? Map.of("bytes", Base64.getEncoder().encodeToString(bytes))
                : value;
    }

    static @Nullable Object read(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isObject()) {
            return Base64.getDecoder().decode(value.path("bytes").asString());
        }
        return value.isNumber() ? (Object) value.asLong() : value.asString();
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
