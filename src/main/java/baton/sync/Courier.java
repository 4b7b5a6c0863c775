// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import baton.domain.Refusal;
import baton.run.Loop;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries what waits in the outbox to the hub, once and in order, whenever the desk is online and has heard all news. What the
 * gate refuses by then goes back. The same command id is asked again until the hub has answered it. One step of a loop.
 */
final class Courier implements Loop.Step {
    private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

    private final Outbox outbox;
    private final Gate gate;
    private final Session session;
    private final Duration pause;
    private final Map<CommandId, CompletableFuture<CommandAnswer>> awaited = new ConcurrentHashMap<>();

    /** {@code pause}: until a hub that did not answer is asked again. */
    Courier(Outbox outbox, Gate gate, Session session, Duration pause) {
        this.outbox = outbox;
        this.gate = gate;
        this.session = session;
        this.pause = pause;
    }

    /** The answer to this command, when there is one: the hub's, or that it stays queued. Asked for before it is added. */
    CompletableFuture<CommandAnswer> await(CommandId id) {
        return awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    /** It was never added. */
    void forget(CommandId id) {
        awaited.remove(id);
    }

    /** Nobody can be asked now: whoever waits is told that it is queued. */
    void tellQueued() {
        awaited.keySet().forEach(id -> answer(id, new CommandAnswer.Queued(id)));
    }

    private void answer(CommandId id, CommandAnswer answer) {
        CompletableFuture<CommandAnswer> future = awaited.remove(id);
        if (future != null) {
            future.complete(answer);
        }
    }

    @Override
    public Duration run() {
        Set<ConversationId> stuck = new HashSet<>();
        for (OutboxEntry entry : outbox.waiting()) {
            if (!session.link().isOnline()) {
                break;
            }
            if (!stuck.contains(entry.conversation()) && !isCarried(entry)) {
                stuck.add(entry.conversation());
            }
        }
        if (!session.link().isOnline()) {
            tellQueued();
            return UNTIL_WOKEN;
        }
        return stuck.isEmpty() ? UNTIL_WOKEN : pause;
    }

    /** False when nobody knows what became of it: what follows in the same conversation must wait. */
    private boolean isCarried(OutboxEntry entry) {
        Optional<Refusal> refusal = entry.isAsked() ? Optional.empty() : gate.refuse(entry.command());
        if (refusal.isPresent()) {
            giveBack(entry, new CommandAnswer.Refused(refusal.get(), Optional.empty()));
            return true;
        }
        Optional<OutboxEntry> asked = outbox.ask(entry);
        return asked.isEmpty() || isAnswered(asked.get());
    }

    private boolean isAnswered(OutboxEntry entry) {
        return switch (Asking.answer(session.ask(hub -> hub.command(entry.id(), entry.command())))) {
            case CommandAnswer.Done done -> {
                outbox.taken(entry, number(entry.command(), done));
                answer(entry.id(), done);
                yield true;
            }
            case CommandAnswer.Refused refused -> {
                giveBack(entry, refused);
                yield true;
            }
            case CommandAnswer.NotReachable _ -> {
                answer(entry.id(), new CommandAnswer.Queued(entry.id()));
                yield false;
            }
            case CommandAnswer.Queued _, CommandAnswer.NotKept _, CommandAnswer.GivenBack _ ->
                throw new IllegalStateException("A hub keeps nothing for a desk");
        };
    }

    private static MessageId number(Command command, CommandAnswer.Done done) {
        String message = done.facts().get("message");
        return new MessageId(
                command instanceof Command.Reply && message != null ? Long.parseLong(message) : done.seq());
    }

    private void giveBack(OutboxEntry entry, CommandAnswer.Refused refused) {
        outbox.giveBack(entry, refused.refusal())
                .forEach(back -> answer(back.id(), new CommandAnswer.GivenBack(refused)));
    }
}
