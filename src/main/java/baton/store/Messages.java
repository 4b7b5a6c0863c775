// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Wamid;
import baton.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages as one batch sees them: by our id and by Meta's. */
final class Messages implements Rows.Table<MessageId, Message> {

    private final Rows<MessageId, Message> rows;
    private final Recent<Wamid, MessageId> recent;
    private final Map<Wamid, MessageId> byWamid = new HashMap<>();

    /** Nothing is known beforehand. */
    Messages() {
        this(new Remembered());
    }

    Messages(Remembered remembered) {
        rows = new Rows<>(this, remembered.messages);
        recent = remembered.wamids;
    }

    Rows<MessageId, Message> rows() {
        return rows;
    }

    Optional<Message> find(Connection connection, MessageId id) throws SQLException {
        return rows.find(connection, id);
    }

    Optional<Message> find(Connection connection, Wamid wamid) throws SQLException {
        MessageId touched = byWamid.get(wamid);
        MessageId known = touched == null ? recent.find(wamid) : touched;
        if (known != null) {
            Optional<Message> found = rows.find(connection, known);
            if (found.flatMap(Message::wamid).filter(wamid::equals).isPresent()) {
                return found;
            }
        }
        return Sql.first(
                        connection,
                        "SELECT state FROM messages WHERE wamid = ?",
                        row -> Json.MAPPER.readValue(row.getString(1), Message.class),
                        wamid.value())
                .flatMap(stored -> rows.known(stored.id(), stored));
    }

    void put(Message message) {
        rows.put(message.id(), message);
        message.wamid().ifPresent(wamid -> byWamid.put(wamid, message.id()));
    }

    /** To be called once the batch is on the disk. */
    void remember() {
        rows.remember();
        byWamid.forEach(recent::put);
    }

    @Override
    public Optional<Message> load(Connection connection, MessageId id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT state FROM messages WHERE id = ?",
                row -> Json.MAPPER.readValue(row.getString(1), Message.class),
                id.value());
    }

    @Override
    public void insert(Writes writes, Map<MessageId, Message> changed) {
        writes.add(
                "INSERT INTO messages (conversation, wamid, sending, due_at, state, id) VALUES (?, ?, ?, ?, ?, ?)",
                values(changed));
    }

    @Override
    public void update(Writes writes, Map<MessageId, Message> changed) {
        writes.add(
                "UPDATE messages SET conversation = ?, wamid = ?, sending = ?, due_at = ?, state = ? WHERE id = ?",
                values(changed));
    }

    private static List<@Nullable Object[]> values(Map<MessageId, Message> changed) {
        return changed.values().stream().map(Messages::values).toList();
    }

    private static @Nullable Object[] values(Message message) {
        return new @Nullable Object[] {
            message.conversation().value(),
            message.wamid().map(Wamid::value).orElse(null),
            message.sending().map(Messages::toDo).orElse(null),
            message.sending().map(Messages::dueAt).orElse(null),
            Json.MAPPER.writeValueAsString(message),
            message.id().value()
        };
    }

    private static @Nullable String toDo(Sending sending) {
        return switch (sending.state()) {
            case QUEUED, SENDING, UNCERTAIN -> sending.state().name();
            case ACCEPTED, SENT, DELIVERED, READ, PLAYED, FAILED, WITHHELD, WITHDRAWN -> null;
        };
    }

    private static @Nullable Instant dueAt(Sending sending) {
        return sending.state() == SendingState.QUEUED ? sending.dueAt() : null;
    }
}
