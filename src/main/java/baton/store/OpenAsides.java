// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a delivery stands aside, as one batch sees it: two replays of it in one transaction close it once. */
final class OpenAsides implements Rows.Table<DeliveryId, List<SetAsides.Open>> {

    @Override
    public Optional<List<SetAsides.Open>> load(Connection connection, DeliveryId delivery) throws SQLException {
        return Optional.of(SetAsides.openOf(connection, delivery));
    }

    /** Every entry is written by itself, with its text. */
    @Override
    public void insert(Writes writes, Map<DeliveryId, List<SetAsides.Open>> rows) {}

    @Override
    public void update(Writes writes, Map<DeliveryId, List<SetAsides.Open>> rows) {}
}
