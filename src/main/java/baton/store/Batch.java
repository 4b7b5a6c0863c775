// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Actor;
import baton.domain.ConversationId;
import baton.domain.Event;
import baton.domain.Recorded;
import baton.wire.ActorCodec;
import baton.wire.EventCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything one transaction of the writer gathers: the new lines, the rows they changed, what is kept beside them. */
final class Batch {

    private final Connection connection;
    private final Projections projections;
    private final Beside beside = new Beside();
    private final List<Recorded> lines = new ArrayList<>();
    private final Instant now;
    private final Remembered.Head locked;

    Batch(Connection connection, Remembered.Head locked, Instant now, Remembered remembered) {
        this.connection = connection;
        this.projections = new Projections(connection, remembered);
        this.locked = locked;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    long next() {
        return locked.seq() + lines.size() + 1;
    }

    /** Where the journal stood before this batch. */
    Remembered.Head locked() {
        return locked;
    }

    /** Where the journal stands after this batch. */
    Remembered.Head head() {
        return lines.isEmpty() ? locked : new Remembered.Head(lines.getLast().seq(), now);
    }

    Connection connection() {
        return connection;
    }

    Projections projections() {
        return projections;
    }

    Beside beside() {
        return beside;
    }

    Recorded record(Optional<ConversationId> conversation, Actor actor, Event event) throws SQLException {
        Recorded line = new Recorded(next(), now, conversation, actor, event);
        lines.add(line);
        Projector.apply(projections, line);
        return line;
    }

    /** A point to come back to. */
    record Mark(int lines, List<Integer> projections, List<Integer> beside) {}

    Mark mark() {
        return new Mark(lines.size(), projections.mark(), beside.mark());
    }

    /** Nothing recorded or kept since the mark stays. */
    void takeBackTo(Mark mark) {
        lines.subList(mark.lines(), lines.size()).clear();
        projections.takeBackTo(mark.projections());
        beside.takeBackTo(mark.beside());
    }

    /** Whether there is nothing to write, because every item was refused without leaving a trace. */
    boolean isEmpty() {
        return lines.isEmpty() && beside.isEmpty();
    }

    List<Recorded> lines() {
        return lines;
    }

    /** Writes it all; the caller commits. */
    void write(Dialect dialect) throws SQLException {
        Writes writes = new Writes(dialect);
        if (!lines.isEmpty()) {
            long last = lines.getLast().seq();
            writes.add(
                    "INSERT INTO journal (seq, at, conversation, actor, kind, body) VALUES (?, ?, ?, ?, ?, ?)",
                    lines.stream().map(Batch::values).toList());
            projections.write(writes, last);
            writes.add("UPDATE journal_head SET seq = ?, at = ? WHERE one = 1", last, now);
            dialect.announce(writes, last);
        }
        beside.write(writes);
        writes.to(connection);
    }

    private static @Nullable Object[] values(Recorded line) {
        return new @Nullable Object[] {
            line.seq(),
            line.at(),
            line.conversation().map(ConversationId::value).orElse(null),
            ActorCodec.write(line.actor()),
            EventCodec.kind(line.event()),
            EventCodec.body(line.event())
        };
    }
}
