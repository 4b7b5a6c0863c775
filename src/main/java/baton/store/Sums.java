// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.sql.Connection;
import java.util.Map;
import java.util.Optional;

/** A table of sums: a row in a batch is by how much the batch changes it, so nothing is read before; the database adds it. */
interface Sums<K, V> extends Rows.Table<K, V> {

    @Override
    default Optional<V> load(Connection connection, K key) {
        return Optional.empty();
    }

    @Override
    default void update(Writes writes, Map<K, V> changed) {
        if (!changed.isEmpty()) {
            throw new IllegalStateException("Sums are added to, never read back");
        }
    }
}
