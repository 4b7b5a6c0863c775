// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.store.Statements;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often the database is asked, which is what a busy hour is made of. */
final class CostTest extends BenchTest {

    private Map<String, Integer> during(Runnable work) {
        return Statements.during(bench.database, work);
    }

    @Test
    void aMessageOfAKnownCustomerCostsAtMostFourReads() {
        bench.customerWrites(1, "m1", "hello");
        String body = Bodies.text(Bodies.anybody(1), "m2", bench.now(), "again");
        Map<String, Integer> asked = during(() -> bench.deliver(body));
        assertThat(Statements.reads(asked)).as(asked.toString()).isLessThanOrEqualTo(4);
        assertThat(asked.size()).as(asked.toString()).isLessThanOrEqualTo(16);
    }

    @Test
    void aReplyCostsAtMostThreeReads() {
        ConversationId conversation = bench.customerWrites(1, "m1", "hello");
        ClaimNumber claim = bench.claim(Bench.MINA, conversation);
        Fence fence = bench.fence(claim);
        Map<String, Integer> asked = during(() -> bench.done(Bench.MINA, Bench.text(conversation, fence, "answer")));
        assertThat(Statements.reads(asked)).as(asked.toString()).isLessThanOrEqualTo(3);
    }

    @Test
    void sendingItCostsAtMostSevenReads() {
        bench.dispatch(); // the first look of a hub that leads costs more
        ConversationId conversation = bench.customerWrites(1, "m1", "hello");
        bench.reply(Bench.MINA, conversation, bench.claim(Bench.MINA, conversation), "answer");
        Map<String, Integer> asked = during(bench::dispatch);
        assertThat(bench.platform.calls()).hasSize(1);
        assertThat(Statements.reads(asked)).as(asked.toString()).isLessThanOrEqualTo(7);
    }

    @Test
    void aStatusCostsAtMostThreeReads() {
        ConversationId conversation = bench.customerWrites(1, "m1", "hello");
        bench.reply(Bench.MINA, conversation, bench.claim(Bench.MINA, conversation), "answer");
        bench.dispatch();
        String data = bench.platform.calls().getFirst().callbackData();
        String body = Bodies.status("wamid.out." + data, "delivered", bench.now(), data);
        Map<String, Integer> asked = during(() -> bench.deliver(body));
        assertThat(Statements.reads(asked)).as(asked.toString()).isLessThanOrEqualTo(3);
    }
}
