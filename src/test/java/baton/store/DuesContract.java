// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.Fence;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.domain.Outbound;
import baton.domain.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which replies are looked at to be sent. */
abstract class DuesContract extends StoreContract {

    private static final NumberId STOPPED = new NumberId("771940260085512");
    private static final NumberId WORKING = new NumberId("771940260085513");

    /** One reply in a conversation of its own; answers its number. */
    private long reply(long customer, NumberId number, Instant dueAt) {
        return submit(turn -> {
                    ConversationId conversation = turn.open(new CustomerId(customer), number, HUB);
                    Outbound outbound = new Outbound(
                            number, new CustomerId(customer), new Content.Text("reply"), Optional.empty(), dueAt);
                    return turn.record(
                                    conversation,
                                    HUB,
                                    new MessageEvent.ReplyAccepted(
                                            new PersonId("mina"), new Fence(new ClaimNumber(1), 0), outbound))
                            .seq();
                })
                .join();
    }

    private List<Long> queued(int limit, NumberId... paused) {
        return new Dues(database)
                .queued(limit, Set.of(paused)).stream()
                        .map(due -> due.message().value())
                        .toList();
    }

    @Test
    void manyThatWaitForAPausedNumberHideNoneOfAnother() {
        Instant due = clock.instant();
        List<Long> waiting = LongStream.rangeClosed(1, 4)
                .mapToObj(customer -> reply(customer, STOPPED, due))
                .toList();
        long later = reply(5, WORKING, due.plusSeconds(2));
        long sooner = reply(6, WORKING, due.plusSeconds(1));

        assertThat(queued(3)).containsExactlyElementsOf(waiting.subList(0, 3));
        assertThat(queued(3, STOPPED)).containsExactly(sooner, later);
        assertThat(queued(3, STOPPED, WORKING)).isEmpty();
    }
}
