// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.Failure;
import baton.domain.NumberId;
import baton.run.Loop;
import baton.store.Dues;
import baton.store.Journal;
import baton.store.Restored;
import baton.whatsapp.OutgoingCall;
import baton.whatsapp.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due (SPEC.md C5): the attempt is a fact before the call, the call is made outside any transaction, its
 * result is a fact after it. One at a time per conversation, in the order written. {@link #runOnce()} looks once; calls
 * run on virtual threads.
 */
public final class Dispatch implements Loop.Step, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration DOUBT_EVERY = Duration.ofSeconds(10);
    private static final int LOOK_AT = 1_000;

    private final Parts parts;
    private final Departure departure;
    private final RestoredQueue restored;
    private final Set<ConversationId> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Result> unrecorded = new ConcurrentLinkedQueue<>();
    private Runnable wake = () -> {};
    private Optional<Instant> doubted = Optional.empty();

    /**
     * What a dispatch works with. {@code leads}: whether this hub is the one that sends; {@code send}: the Graph API's call;
     * {@code newcomer}: whether a customer counts as new.
     */
    public record Parts(
            Journal journal,
            Dues dues,
            Restored restored,
            DispatchRules rules,
            BooleanSupplier leads,
            Function<OutgoingCall, SendOutcome> send,
            Function<CustomerId, Boolean> newcomer,
            Connection connection) {}

    /** A call's result on its way into the journal. */
    private record Result(Dues.Due due, SendOutcome outcome) {}

    private final Pace pace;

    public Dispatch(Parts parts) {
        this.parts = parts;
        this.pace = new Pace(parts.rules().pace(), parts.rules().clock());
        this.restored = new RestoredQueue(parts.journal(), parts.dues(), parts.restored());
        this.departure = new Departure(parts.rules(), parts.journal().id());
    }

    /** Called when a call has ended, so that the loop looks for the next at once. */
    public void onReady(Runnable looksAgain) {
        wake = looksAgain;
    }

    /** Looks once and begins what may leave now; tells how long to wait before looking again. */
    @Override
    public Duration run() {
        recordLeftOver();
        if (!parts.leads().getAsBoolean()) {
            doubted = Optional.empty();
            return REST;
        }
        doubtUnfinished();
        Map<NumberId, Duration> paused = pace.paused();
        Duration rest = Stream.concat(Stream.of(REST), paused.values().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return sendDue(kept(() -> parts.dues().queued(LOOK_AT, paused.keySet())), rest);
    }

    /**
     * Calls begun by a run that is no more: nobody knows whether they went out (SPEC.md C5). Looked for again while it leads: a hub that loses the
     * lead may note the beginning of a call later than the first look, and then die.
     */
    private void doubtUnfinished() {
        Instant now = parts.rules().clock().instant();
        if (doubted.isEmpty()) {
            int _ = restored.doubt();
        } else if (Duration.between(doubted.get(), now).abs().compareTo(DOUBT_EVERY) < 0) {
            return;
        }
        kept(parts.dues()::begun).stream()
                .map(message -> parts.journal().submit(turn -> departure.doubt(turn, message)))
                .toList()
                .forEach(CompletableFuture::join);
        doubted = Optional.of(now);
    }

    /** A reply that the disk then refuses is not begun: it would never be found again, and hold up its conversation. */
    private <T> T kept(Supplier<T> read) {
        return parts.journal().kept(read);
    }

    private Duration sendDue(List<Dues.Due> queued, Duration rest) {
        Duration wait = rest;
        Set<ConversationId> passed = new HashSet<>(underWay);
        for (Dues.Due due : queued) {
            if (passed.add(due.conversation())) {
                Duration needed = tryBegin(due);
                wait = needed.compareTo(wait) < 0 && needed.isPositive() ? needed : wait;
            }
        }
        return wait;
    }

    /** Zero when it was begun, otherwise how long it has to wait. */
    private Duration tryBegin(Dues.Due due) {
        Instant now = parts.rules().clock().instant();
        if (due.dueAt().isAfter(now)) {
            return Duration.between(now, due.dueAt());
        }
        Duration wait =
                pace.tryLeave(due.number(), due.customer(), parts.newcomer().apply(due.customer()));
        if (wait.isZero()) {
            underWay.add(due.conversation());
            calls.execute(() -> carryOut(due));
        }
        return wait;
    }

    private void carryOut(Dues.Due due) {
        Optional<OutgoingCall> call;
        try {
            call = parts.journal().submit(turn -> departure.start(turn, due)).join();
        } catch (RuntimeException broken) {
            LOG.error("Reply {} did not leave: {}", due.message(), broken.toString());
            // Whether or not the attempt was noted, no call was made.
            unrecorded.add(new Result(due, new SendOutcome.NotSent(Failure.ofTransport("hub_failed"))));
            return;
        }
        call.ifPresentOrElse(made -> recordOrKeep(new Result(due, send(made))), () -> finished(due));
    }

    /** A client that fails in a way nobody foresaw may have sent it all the same. */
    private SendOutcome send(OutgoingCall call) {
        try {
            return parts.send().apply(call);
        } catch (RuntimeException unforeseen) {
            LOG.error("Nobody knows whether {} went out", call.callbackData(), unforeseen);
            return new SendOutcome.Unknown(
                    "The call ended in " + unforeseen.getClass().getSimpleName());
        }
    }

    /** A result the database cannot take now is not forgotten: the conversation waits until it can. */
    private void recordOrKeep(Result result) {
        try {
            record(result);
            finished(result.due());
        } catch (RuntimeException broken) {
            LOG.error(
                    "The result of reply {} could not be noted yet: {}",
                    result.due().message(),
                    broken.toString());
            unrecorded.add(result);
        }
    }

    private void recordLeftOver() {
        for (int left = unrecorded.size(); left > 0; left--) {
            Result result = unrecorded.poll();
            if (result != null) {
                recordOrKeep(result);
            }
        }
    }

    private void finished(Dues.Due due) {
        underWay.remove(due.conversation());
        wake.run();
    }

    private void record(Result result) {
        Dues.Due due = result.due();
        Departure.Aftermath aftermath = parts.journal()
                .submit(turn -> departure.end(turn, due.message(), result.outcome()))
                .join();
        aftermath.pauseUntil().ifPresent(until -> pace.pause(due.number(), until));
        Instant now = parts.rules().clock().instant();
        aftermath
                .stopped()
                .ifPresentOrElse(why -> parts.connection().broken(why, now), () -> ifAccepted(result.outcome(), now));
    }

    private void ifAccepted(SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Accepted) {
            parts.connection().works(now);
        }
    }

    /** Whether nothing is on its way at this moment. */
    public boolean isIdle() {
        return underWay.isEmpty();
    }

    /** How many results wait to be noted. */
    int unrecorded() {
        return unrecorded.size();
    }

    /** Lets the calls that run end, and notes what is known of them. */
    @Override
    public void close() {
        calls.close();
        recordLeftOver();
    }
}
