// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.policy.ClaimPolicy;
import baton.run.Loop;
import baton.store.Holds;
import baton.store.Journal;
import baton.store.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Announces holds that are over, so that every desk hears of it (SPEC.md T4, T5). It announces what is already true: the
 * end was the moment in the hold itself. Idle on our turn also puts the customer back into the pool (T11).
 */
public final class Sweeper implements Loop.Step {

    private static final Actor HUB = new Actor.Hub();
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Journal journal;
    private final Holds holds;
    private final InstantSource clock;
    private final BooleanSupplier leads;

    /** {@code leads}: whether this hub is the one that sweeps; {@code clock}: the journal's. */
    public Sweeper(Journal journal, Holds holds, InstantSource clock, BooleanSupplier leads) {
        this.journal = journal;
        this.holds = holds;
        this.clock = clock;
        this.leads = leads;
    }

    @Override
    public Duration run() {
        if (leads.getAsBoolean()) {
            Instant now = clock.instant();
            List<CompletableFuture<Boolean>> asked = holds.all().stream()
                    .filter(hold -> ClaimPolicy.lapse(hold.conversation(), hold.touch(), now)
                            .isPresent())
                    .map(hold -> hold.conversation().id())
                    .map(id -> journal.submit(turn -> announceIfOver(turn, id)))
                    .toList();
            asked.forEach(CompletableFuture::join);
        }
        return EVERY;
    }

    private static boolean announceIfOver(Turn turn, ConversationId id) {
        Conversation conversation = turn.conversation(id).orElseThrow();
        if (!Lapse.announce(turn, conversation)) {
            return false;
        }
        if (conversation.open() && conversation.traffic().waitingSince().isPresent()) {
            turn.record(id, HUB, new ConversationEvent.ConversationAssigned(Optional.empty()));
        }
        return true;
    }
}
