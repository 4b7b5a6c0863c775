// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Anything;
import baton.domain.Conversation;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.PersonId;
import baton.store.Replica;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BoardTest {
    private final Anything anything = new Anything(new Random(4));
    private final Board board = new Board(new PersonId("mina"), new Presence());

    @Test
    void countsAreThoseOfTheRowsWhateverComes() {
        Set<View> filled = EnumSet.noneOf(View.class);
        for (int round = 0; round < 200; round++) {
            board.take(changed());
            assertCounted();
            filled.addAll(board.counts().entrySet().stream()
                    .filter(count -> count.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList());
        }
        assertThat(filled).containsExactly(View.values());
        board.clear();
        assertCounted();
        assertThat(board.counts()).allSatisfy((_, count) -> assertThat(count).isZero());
    }

    @Test
    void aCustomersRowsAreAllThatCountAsTheirs() {
        for (int round = 0; round < 200; round++) {
            board.take(changed());
            LongStream.rangeClosed(1, 12).mapToObj(CustomerId::new).forEach(this::assertTheirs);
        }
    }

    private Replica.Changed changed() {
        List<Customer> customers = new ArrayList<>(anything.listOf(Customer.class, 3));
        customers.removeIf(
                customer -> customer.mergedInto().filter(customer.id()::equals).isPresent());
        return new Replica.Changed(anything.listOf(Conversation.class, 4), List.of(), customers, List.of());
    }

    private void assertCounted() {
        for (View view : View.values()) {
            assertThat(board.counts()).containsEntry(view, board.rows(view).size());
        }
    }

    private void assertTheirs(CustomerId customer) {
        assertThat(board.rowsOf(customer))
                .isSortedAccordingTo((a, b) -> Long.compare(
                        b.conversation().version(), a.conversation().version()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(View.ALL, View.RESOLVED)
                        .flatMap(view -> board.rows(view).stream())
                        .filter(row -> row.customer().id().equals(customer))
                        .toList());
    }
}
