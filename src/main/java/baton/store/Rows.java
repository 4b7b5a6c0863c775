// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that a batch has looked at or changed. Reads see the batch's own changes; what was changed since a mark
 * can be taken back without the others'; the batch writes each changed row once. Used by the writer's thread alone.
 */
final class Rows<K, V> {

    /** How a row comes from the database, and how changed rows go back. */
    interface Table<K, V> {
        Optional<V> load(Connection connection, K key) throws SQLException;

        void insert(Writes writes, Map<K, V> rows);

        void update(Writes writes, Map<K, V> rows);

        default void delete(Writes writes, List<K> keys) {
            throw new IllegalStateException("Rows of this table are never deleted");
        }
    }

    private record Entry<V>(@Nullable V value, boolean stored, boolean changed) {}

    private record Undo<K, V>(K key, Entry<V> before) {}

    private final Table<K, V> table;
    private final Recent<K, V> recent;
    private final Map<K, Entry<V>> entries = new HashMap<>();
    private final Deque<Undo<K, V>> undo = new ArrayDeque<>();

    /** Nothing is known beforehand. */
    Rows(Table<K, V> table) {
        this(table, new Recent<>(0));
    }

    /** {@code recent}: rows as the database has them now. */
    Rows(Table<K, V> table, Recent<K, V> recent) {
        this.table = table;
        this.recent = recent;
    }

    Optional<V> find(Connection connection, K key) throws SQLException {
        Entry<V> entry = entry(key);
        if (entry == null) {
            Optional<V> loaded = table.load(connection, key);
            entry = new Entry<>(loaded.orElse(null), loaded.isPresent(), false);
            entries.put(key, entry);
        }
        return Optional.ofNullable(entry.value());
    }

    private @Nullable Entry<V> entry(K key) {
        Entry<V> seen = entries.get(key);
        if (seen != null) {
            return seen;
        }
        V row = recent.find(key);
        if (row == null) {
            return null;
        }
        Entry<V> entry = new Entry<>(row, true, false);
        entries.put(key, entry);
        return entry;
    }

    /** The row as this batch has it; {@code stored} is what the database just gave, unless the batch has looked or changed before. */
    Optional<V> known(K key, V stored) {
        entries.putIfAbsent(key, new Entry<>(stored, true, false));
        return peek(key);
    }

    /** Whether nobody need ask the database. */
    boolean isKnown(K key) {
        return entry(key) != null;
    }

    /** As if each of these keys had been looked for: {@code found} has the rows there are. */
    void known(Collection<K> keys, Map<K, V> found) {
        for (K key : keys) {
            V value = found.get(key);
            entries.putIfAbsent(key, new Entry<>(value, value != null, false));
        }
    }

    /** The row if this batch has looked at it or changed it; never asks the database. */
    Optional<V> peek(K key) {
        return Optional.ofNullable(entries.get(key)).flatMap(entry -> Optional.ofNullable(entry.value()));
    }

    /** Says that there is no such row yet, so that nobody looks for it: its key was made a moment ago. */
    void expectNew(K key) {
        entries.putIfAbsent(key, new Entry<>(null, false, false));
    }

    /** Puts the row as it is from now on; it must have been looked for before. */
    void put(K key, V value) {
        change(key, value);
    }

    void remove(K key) {
        change(key, null);
    }

    private void change(K key, @Nullable V value) {
        Entry<V> before = Objects.requireNonNull(entries.get(key), "A row is looked for before it is changed");
        undo.push(new Undo<>(key, before));
        entries.put(key, new Entry<>(value, before.stored(), true));
    }

    /** How many changes have been made so far. */
    int mark() {
        return undo.size();
    }

    /** Takes back the changes made since the mark, the last one first. */
    void takeBackTo(int mark) {
        while (undo.size() > mark) {
            Undo<K, V> step = undo.pop();
            entries.put(step.key(), step.before());
        }
    }

    boolean isChanged() {
        return entries.values().stream().anyMatch(Entry::changed);
    }

    /** The rows that were changed and are there. */
    List<V> changed() {
        return entries.values().stream()
                .filter(Entry::changed)
                .flatMap(entry -> Stream.ofNullable(entry.value()))
                .toList();
    }

    /** Every changed row once: first what goes, then what changes, then what is new. */
    void write(Writes writes) {
        Map<K, V> inserts = new HashMap<>();
        Map<K, V> updates = new HashMap<>();
        List<K> deletes = new ArrayList<>();
        entries.forEach((key, entry) -> sort(key, entry, inserts, updates, deletes));
        if (!deletes.isEmpty()) {
            table.delete(writes, deletes);
        }
        table.update(writes, updates);
        table.insert(writes, inserts);
    }

    /** Puts what this batch saw and left among the recent rows; to be called once it is on the disk. */
    void remember() {
        entries.forEach((key, entry) -> {
            V value = entry.value();
            if (value != null) {
                recent.put(key, value);
            } else if (entry.stored()) {
                recent.remove(key);
            }
        });
    }

    private static <K, V> void sort(K key, Entry<V> entry, Map<K, V> inserts, Map<K, V> updates, List<K> deletes) {
        if (!entry.changed()) {
            return;
        }
        V value = entry.value();
        if (value != null) {
            (entry.stored() ? updates : inserts).put(key, value);
        } else if (entry.stored()) {
            deletes.add(key);
        }
    }
}
