// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.MessageEvent;
import baton.domain.Wamid;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes that arrived before the message they change, by that message, in the order they came. */
final class Awaited implements Rows.Table<Wamid, Awaited.Waiting> {

    /** The journal numbers and the changes that wait for one message. */
    record Waiting(List<One> changes) {
        Waiting {
            changes = List.copyOf(changes);
        }
    }

    /** One of them, and when it came. */
    record One(long seq, Instant at, MessageEvent.ChangeAwaited event) {}

    @Override
    public Optional<Waiting> load(Connection connection, Wamid wamid) throws SQLException {
        List<One> changes = Sql.list(
                connection,
                "SELECT seq, state, at FROM awaited WHERE wamid = ? ORDER BY seq",
                row -> new One(
                        row.getLong(1),
                        Sql.instant(row.getLong(3)),
                        Json.MAPPER.readValue(row.getString(2), MessageEvent.ChangeAwaited.class)),
                wamid.value());
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Waiting(changes));
    }

    @Override
    public void insert(Writes writes, Map<Wamid, Waiting> changed) {
        writes.add(
                "INSERT INTO awaited (seq, at, wamid, state) VALUES (?, ?, ?, ?)",
                changed.entrySet().stream()
                        .flatMap(entry -> entry.getValue().changes().stream().map(one -> values(entry.getKey(), one)))
                        .collect(Collectors.toList()));
    }

    @Override
    public void update(Writes writes, Map<Wamid, Waiting> changed) {
        delete(writes, List.copyOf(changed.keySet()));
        insert(writes, changed);
    }

    @Override
    public void delete(Writes writes, List<Wamid> gone) {
        writes.add(
                "DELETE FROM awaited WHERE wamid = ?",
                gone.stream()
                        .map(wamid -> new @Nullable Object[] {wamid.value()})
                        .toList());
    }

    private static @Nullable Object[] values(Wamid wamid, One one) {
        return new @Nullable Object[] {one.seq(), one.at(), wamid.value(), Json.MAPPER.writeValueAsString(one.event())};
    }
}
