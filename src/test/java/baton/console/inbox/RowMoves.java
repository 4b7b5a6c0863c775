// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Line;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Traffic;
import baton.sync.ConversationRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A message comes into one of 100,000 rows, which moves to the top; for the benchmark. JMH makes a subclass, so it is open. */
@State(Scope.Thread)
public class RowMoves {

    private static final int ROWS = 100_000;
    private static final Instant BEGIN = Instant.parse("2026-11-22T05:00:00Z");
    private static final long STRIDE = 7_919;

    private final SortedRows rows = new SortedRows();
    private final List<InboxRow> plain = new ArrayList<>();
    private long next = ROWS;

    /** All rows in their places. */
    public RowMoves() {
        plain.addAll(LongStream.range(0, ROWS).mapToObj(i -> row(i, i)).toList().reversed());
        rows.fill(plain, Order.NEWEST);
    }

    @Benchmark
    public int rowMove() {
        next++;
        rows.put(row(next * STRIDE % ROWS, next));
        return rows.all().size();
    }

    /** The list alone: out in the middle, in at the top. */
    @Benchmark
    public int rowMoveFloor() {
        plain.addFirst(plain.remove(ROWS / 2));
        return plain.size();
    }

    private static InboxRow row(long id, long seconds) {
        Instant at = BEGIN.plusSeconds(seconds);
        Line line = new Line(
                new MessageId(seconds + 1),
                new Author.Customer(),
                false,
                "Text",
                "Question " + seconds,
                at,
                Optional.empty());
        Customer customer = new Customer(
                new CustomerId(id + 1),
                1,
                BEGIN,
                Optional.of("Customer " + id),
                Optional.empty(),
                List.of(Identity.phone("4477" + id)),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty());
        Conversation conversation = new Conversation(
                new ConversationId(id + 1),
                seconds + 1,
                customer.id(),
                new NumberId("771940260085512"),
                true,
                at,
                new Claim.Free(),
                Optional.empty(),
                Traffic.NONE.withLast(line));
        return InboxRow.of(new ConversationRow(conversation, customer, Optional.empty(), Optional.empty()));
    }
}
