// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.CustomerId;
import baton.domain.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which customer an identity belongs to now. */
final class Identities implements Rows.Table<Identity, CustomerId> {

    @Override
    public Optional<CustomerId> load(Connection connection, Identity identity) throws SQLException {
        return Sql.first(
                connection,
                "SELECT customer FROM identities WHERE kind = ? AND name = ?",
                row -> new CustomerId(row.getLong(1)),
                identity.kind().name(),
                identity.value());
    }

    /** Those of these identities that belong to somebody, in one round trip. */
    static Map<Identity, CustomerId> loadAll(Connection connection, List<Identity> identities) throws SQLException {
        String each = String.join(" OR ", Collections.nCopies(identities.size(), "(kind = ? AND name = ?)"));
        @Nullable
        Object[] values = identities.stream()
                .flatMap(identity -> Stream.of(identity.kind().name(), identity.value()))
                .toArray();
        Map<Identity, CustomerId> owners = new HashMap<>();
        Sql.list(
                        connection,
                        "SELECT kind, name, customer FROM identities WHERE " + each,
                        row -> Map.entry(
                                new Identity(Identity.Kind.valueOf(row.getString(1)), row.getString(2)),
                                new CustomerId(row.getLong(3))),
                        values)
                .forEach(owner -> owners.put(owner.getKey(), owner.getValue()));
        return owners;
    }

    @Override
    public void insert(Writes writes, Map<Identity, CustomerId> changed) {
        writes.add("INSERT INTO identities (customer, kind, name) VALUES (?, ?, ?)", values(changed));
    }

    @Override
    public void update(Writes writes, Map<Identity, CustomerId> changed) {
        writes.add("UPDATE identities SET customer = ? WHERE kind = ? AND name = ?", values(changed));
    }

    @Override
    public void delete(Writes writes, List<Identity> gone) {
        writes.add(
                "DELETE FROM identities WHERE kind = ? AND name = ?",
                gone.stream()
                        .map(identity -> new @Nullable Object[] {identity.kind().name(), identity.value()})
                        .toList());
    }

    private static List<@Nullable Object[]> values(Map<Identity, CustomerId> changed) {
        return changed.entrySet().stream()
                .map(entry -> new @Nullable Object[] {
                    entry.getValue().value(),
                    entry.getKey().kind().name(),
                    entry.getKey().value()
                })
                .toList();
    }
}
