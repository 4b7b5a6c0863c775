// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import baton.domain.SendingState;
import baton.store.RefusingDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reply that was in the embedded store for a moment, and that the disk then refused (SPEC.md C5). */
@Timeout(60)
final class RefusedReplyTest {

    private static final Set<Thread.State> RESTING =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED, Thread.State.TERMINATED);

    private final RefusingDisk disk = new RefusingDisk();
    private final List<Thread> looking = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    /** Its number is free again: what is thought to be under way there would hold up its conversation for ever. */
    @Test
    void aReplyThatNeverWasHoldsUpNobody() {
        try (Bench bench = new Bench(disk.open(folder))) {
            ConversationId conversation = bench.customerWrites(1, "m1", "hello");
            ClaimNumber claim = bench.claim(Bench.MINA, conversation);
            Command reply = Bench.text(conversation, bench.fence(claim), "answer");
            CommandId id = new CommandId("the desk asks again");
            disk.refuse(() -> look(bench));
            try {
                assertThat(bench.ask(Bench.MINA, id, reply)).isNotInstanceOf(Desk.Outcome.Done.class);
            } catch (CompletionException refused) {
                assertThat(looking).isNotEmpty();
            }
            disk.recover();
            await().ignoreExceptions().until(() -> bench.customerWrites(2, "m2", "I take its number"), _ -> true);
            await().ignoreExceptions().until(() -> bench.ask(Bench.MINA, id, reply) instanceof Desk.Outcome.Done);
            looking.forEach(RefusedReplyTest::end);
            MessageId answered = new MessageId(((Desk.Outcome.Done) bench.ask(Bench.MINA, id, reply)).seq());
            await().ignoreExceptions().until(() -> {
                bench.dispatch.run();
                return bench.state(answered) == SendingState.ACCEPTED;
            });
            assertThat(bench.platform.callsOf(bench.journal.id(), answered)).isEqualTo(1);
        }
    }

    /** The dispatch looks in that moment, until it has what it wants or waits for the disk. */
    private void look(Bench bench) {
        Thread thread = Thread.ofPlatform().unstarted(() -> bench.dispatch.run());
        thread.setUncaughtExceptionHandler((_, _) -> {}); // that it could not look is told to its loop
        looking.add(thread);
        thread.start();
        await().until(() -> RESTING.contains(thread.getState()));
    }

    private static void end(Thread thread) {
        await().until(() -> thread.getState() == Thread.State.TERMINATED);
    }
}
