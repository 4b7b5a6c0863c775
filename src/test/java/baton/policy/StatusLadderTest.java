// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Change;
import baton.domain.ClaimNumber;
import baton.domain.Fence;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Tick;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatusLadderTest {

    @Property(tries = 500)
    void shuffledAndRepeatedStatusesEndTheSame(
            @ForAll("statuses") List<Change.Status> statuses, @ForAll Random chance) {
        List<Change.Status> again = new ArrayList<>(statuses);
        for (Change.Status status : statuses) {
            Collections.addAll(again, chance.nextBoolean() ? new Change.Status[] {status} : new Change.Status[0]);
        }
        Collections.shuffle(again, chance);

        assertThat(climbed(again)).isEqualTo(climbed(statuses));
    }

    @Property(tries = 300)
    void aDeliveredMessageNeverLooksLess(@ForAll("statuses") List<Change.Status> statuses) {
        List<SendingState> order = List.of(SendingState.DELIVERED, SendingState.READ, SendingState.PLAYED);
        Sending sending = queued();
        for (Change.Status status : statuses) {
            Sending next = StatusLadder.climb(sending, status);
            assertThat(order.indexOf(next.state())).isGreaterThanOrEqualTo(order.indexOf(sending.state()));
            sending = next;
        }
    }

    @Provide
    Arbitrary<List<Change.Status>> statuses() {
        return Combinators.combine(
                        Arbitraries.of(Tick.class), Arbitraries.integers().between(0, 40))
                .as((tick, second) -> Story.status(tick, Story.START.plusSeconds(second)))
                .list()
                .ofMaxSize(8);
    }

    private static Sending climbed(List<Change.Status> statuses) {
        Sending sending = queued();
        for (Change.Status status : statuses) {
            sending = StatusLadder.climb(sending, status);
        }
        return sending;
    }

    private static Sending queued() {
        return Sending.queued(new Fence(new ClaimNumber(1), 0), Story.START);
    }
}
