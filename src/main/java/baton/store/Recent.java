// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one table that were looked at last. Used by one thread alone. */
final class Recent<K, V> {

    private final Map<K, V> rows;

    /** {@code most}: how many are kept. */
    Recent(int most) {
        rows = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Nullable
    V find(K key) {
        return rows.get(key);
    }

    void put(K key, V row) {
        rows.put(key, row);
    }

    void remove(K key) {
        rows.remove(key);
    }

    void clear() {
        rows.clear();
    }
}
