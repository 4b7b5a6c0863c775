// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The customers as one batch sees them. */
final class Customers implements Rows.Table<CustomerId, Customer> {

    @Override
    public Optional<Customer> load(Connection connection, CustomerId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT state FROM customers WHERE id = ?",
                row -> Json.MAPPER.readValue(row.getString(1), Customer.class),
                id.value());
    }

    /** Those of these customers, and of whom they were merged into, that there are. */
    static List<Customer> known(Connection connection, Set<CustomerId> ids) throws SQLException {
        Rows<CustomerId, Customer> rows = new Rows<>(new Customers());
        Set<Customer> found = new LinkedHashSet<>();
        for (CustomerId id : ids) {
            Optional<Customer> own = rows.find(connection, id);
            own.ifPresent(found::add);
            Optional<CustomerId> kept = own.flatMap(Customer::mergedInto);
            if (kept.isPresent()) {
                rows.find(connection, kept.get()).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public void insert(Writes writes, Map<CustomerId, Customer> changed) {
        writes.add("INSERT INTO customers (state, id) VALUES (?, ?)", values(changed));
    }

    @Override
    public void update(Writes writes, Map<CustomerId, Customer> changed) {
        writes.add("UPDATE customers SET state = ? WHERE id = ?", values(changed));
    }

    private static List<@Nullable Object[]> values(Map<CustomerId, Customer> changed) {
        return changed.values().stream()
                .map(customer -> new @Nullable Object[] {
                    Json.MAPPER.writeValueAsString(customer), customer.id().value()
                })
                .toList();
    }
}
