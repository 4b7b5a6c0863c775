// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.HashMap;
import java.util.Map;

/** What an embedded database was asked while a test did something: each statement and how often. */
public final class Statements {
    private Statements() {}

    public static Map<String, Integer> during(Database database, Runnable work) {
        run(database, "SET QUERY_STATISTICS TRUE");
        run(database, "SET QUERY_STATISTICS_MAX_ENTRIES 1000");
        Map<String, Integer> before = counted(database);
        work.run();
        Map<String, Integer> counted = counted(database);
        before.forEach((sql, times) -> counted.merge(sql, -times, Integer::sum));
        counted.values().removeIf(times -> times <= 0);
        counted.keySet().removeIf(sql -> sql.contains("query_statistics"));
        return counted;
    }

    /** How many of them only read. */
    public static int reads(Map<String, Integer> statements) {
        return statements.entrySet().stream()
                .filter(entry -> entry.getKey().strip().startsWith("SELECT"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Integer> counted(Database database) {
        return database.with("Testing", connection -> {
            Map<String, Integer> counts = new HashMap<>();
            Sql.list(
                            connection,
                            "SELECT sql_statement, execution_count FROM information_schema.query_statistics",
                            row -> Map.entry(row.getString(1), row.getInt(2)))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }

    private static void run(Database database, String sql) {
        database.with("Testing", connection -> Sql.update(connection, sql));
    }
}
