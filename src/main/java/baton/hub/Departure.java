// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.CustomerId;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Quote;
import baton.domain.Recorded;
import baton.domain.Refusal;
import baton.domain.Sending;
import baton.domain.SendingEvent;
import baton.domain.SendingState;
import baton.domain.Touch;
import baton.domain.Wamid;
import baton.policy.ReplyGate;
import baton.store.Dues;
import baton.store.Turn;
import baton.whatsapp.Backoff;
import baton.whatsapp.OutgoingCall;
import baton.whatsapp.Recipient;
import baton.whatsapp.SendOutcome;
import baton.whatsapp.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What is decided about one reply under the head lock: whether it leaves, and what its result means. */
final class Departure {

    /** What the number has to bear: a pause, or a stop with its reason. */
    record Aftermath(Optional<Instant> pauseUntil, Optional<Failure> stopped) {
        static final Aftermath NONE = new Aftermath(Optional.empty(), Optional.empty());
    }

    private static final Actor HUB = new Actor.Hub();
    private static final Duration LONGEST_OUTAGE_STEP = Duration.ofSeconds(30);

    private final DispatchRules rules;
    private final String journal;

    Departure(DispatchRules rules, String journal) {
        this.rules = rules;
        this.journal = journal;
    }

    /** Notes the attempt and gives the call to make; empty when the reply may not leave (any more), which is noted too. */
    Optional<OutgoingCall> start(Turn turn, Dues.Due due) {
        MessageId id = due.message();
        Message message = turn.message(id).orElseThrow();
        Conversation conversation = turn.conversation(message.conversation()).orElseThrow();
        Sending sending = message.sending().orElseThrow();
        if (sending.state() != SendingState.QUEUED || !isStillDue(sending, due)) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = refuse(turn, conversation, message, sending.fence());
        if (refusal.isPresent()) {
            turn.record(conversation.id(), HUB, new SendingEvent.SendingWithheld(id, refusal.get()));
            return Optional.empty();
        }
        Optional<OutgoingCall> call = call(turn, conversation, message);
        if (call.isEmpty()) {
            turn.record(conversation.id(), HUB, new SendingEvent.SendingFailed(id, Failure.ofTransport("no_address")));
            return Optional.empty();
        }
        turn.record(conversation.id(), HUB, new SendingEvent.SendingStarted(id, sending.attempt() + 1, rules.run()));
        return call;
    }

    /** It may have been tried and postponed since somebody looked. */
    private static boolean isStillDue(Sending sending, Dues.Due due) {
        return !sending.dueAt().truncatedTo(ChronoUnit.MICROS).isAfter(due.dueAt());
    }

    private static Optional<Refusal> refuse(Turn turn, Conversation conversation, Message message, Fence fence) {
        return message.author() instanceof Author.Person writer
                ? ReplyGate.refuseDeparture(conversation, touch(turn, conversation), writer.id(), fence, turn.now())
                : Optional.empty();
    }

    private static Optional<Touch> touch(Turn turn, Conversation conversation) {
        return conversation.claim() instanceof Claim.Held held
                ? turn.touch(conversation.id(), held.holder())
                : Optional.empty();
    }

    private Optional<OutgoingCall> call(Turn turn, Conversation conversation, Message message) {
        Optional<Wamid> target = message.content() instanceof Content.Reaction reaction
                ? turn.message(reaction.target()).flatMap(Message::wamid)
                : Optional.empty();
        return recipient(turn, addressee(turn, conversation))
                .map(recipient -> new OutgoingCall(
                        conversation.number(),
                        recipient,
                        message.content(),
                        message.quote().flatMap(Quote::message),
                        target,
                        CallbackData.of(journal, message.id())));
    }

    /** Of customers who count as one, the one who wrote last: the answer goes to the phone that asked. */
    private static CustomerId addressee(Turn turn, Conversation conversation) {
        Optional<CustomerId> writer = turn.line(conversation.traffic().lastInbound())
                .map(Recorded::event)
                .flatMap(event -> event instanceof MessageEvent.InboundReceived received
                        ? Optional.of(received.customer())
                        : Optional.empty());
        return writer.filter(id -> new Recognition(turn).countsAs(id).equals(conversation.customer()))
                .orElse(conversation.customer());
    }

    /** A number may be another customer's by now: only what still is this one's is an address (SPEC.md C9). */
    private static Optional<Recipient> recipient(Turn turn, CustomerId id) {
        return turn.customer(id)
                .map(customer -> customer.identities().stream()
                        .filter(mark -> turn.owner(mark).filter(id::equals).isPresent())
                        .toList())
                .flatMap(Recipient::of);
    }

    /**
     * Notes the result of the call. Only the run that made the call moves the message on, and only while nothing else is known
     * of it: a person may have decided meanwhile. Another hub that leads now may have doubted it: whoever made the call knows
     * better. That it went out is noted whatever was decided.
     */
    Aftermath end(Turn turn, MessageId id, SendOutcome outcome) {
        Message message = turn.message(id).orElseThrow();
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return accepted(turn, message, accepted);
        }
        boolean isOurs = message.sending().filter(this::isUndecided).isPresent();
        return isOurs ? missed(turn, message, outcome) : Aftermath.NONE;
    }

    private boolean isUndecided(Sending sending) {
        boolean isOpen = sending.state() == SendingState.SENDING || sending.state() == SendingState.UNCERTAIN;
        return isOpen && sending.hubRun().equals(Optional.of(rules.run()));
    }

    private Aftermath missed(Turn turn, Message message, SendOutcome outcome) {
        MessageId id = message.id();
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> accepted(turn, message, accepted);
            case SendOutcome.Refused refused -> refused(turn, message, refused);
            case SendOutcome.NotSent notSent -> postpone(turn, message, outage(message), notSent.failure());
            case SendOutcome.Unknown unknown ->
                note(turn, message, new SendingEvent.SendingUncertain(id, unknown.why()));
            case SendOutcome.NotSendable no ->
                note(turn, message, new SendingEvent.SendingFailed(id, Failure.ofTransport(no.reason())));
        };
    }

    /** Statuses that came before the call's answer join here. An id that another message has is no proof of this one. */
    private static Aftermath accepted(Turn turn, Message message, SendOutcome.Accepted accepted) {
        Optional<Message> other =
                turn.message(accepted.wamid()).filter(known -> !known.id().equals(message.id()));
        if (other.isPresent()) {
            return note(
                    turn,
                    message,
                    new SendingEvent.SendingUncertain(message.id(), "Meta answered with the id of another message"));
        }
        SendingEvent event = new SendingEvent.SendingAccepted(message.id(), accepted.wamid(), accepted.waId());
        Changes.join(turn, accepted.wamid(), () -> note(turn, message, event));
        return Aftermath.NONE;
    }

    private Aftermath refused(Turn turn, Message message, SendOutcome.Refused refused) {
        Verdict verdict = refused.verdict();
        if (!verdict.surelyNotSent()) {
            return note(
                    turn,
                    message,
                    new SendingEvent.SendingUncertain(
                            message.id(), refused.failure().title()));
        }
        int tries = Backoff.tries(misses(message), refused.failure().code(), verdict);
        Optional<Duration> wait = Backoff.next(verdict, tries, rules.chance().getAsDouble());
        if (wait.isEmpty()) {
            return note(turn, message, new SendingEvent.SendingFailed(message.id(), refused.failure()));
        }
        postpone(turn, message, wait.get(), refused.failure());
        Optional<Instant> until = Optional.of(turn.now().plus(wait.get()));
        return switch (verdict.retry()) {
            case STOP_NUMBER -> new Aftermath(until, Optional.of(refused.failure()));
            case NUMBER_PAUSE, MINUTES -> new Aftermath(until, Optional.empty());
            case NEVER, AUTO, AUTO_AT_MOST_3, LATER, PAIR_LIMIT -> Aftermath.NONE;
        };
    }

    /** The line is down: surely nothing went out, so it is tried for as long as the fence and the window let it. */
    private Duration outage(Message message) {
        int before = Math.min(misses(message).getOrDefault(Failure.NO_CODE, 0), 5);
        Duration most = Duration.ofSeconds(1L << before);
        Duration bounded = most.compareTo(LONGEST_OUTAGE_STEP) < 0 ? most : LONGEST_OUTAGE_STEP;
        return Duration.ofMillis(
                (long) (bounded.toMillis() * (0.5 + rules.chance().getAsDouble() / 2)));
    }

    private static Map<Integer, Integer> misses(Message message) {
        return message.sending().map(Sending::misses).orElse(Map.of());
    }

    private static Aftermath postpone(Turn turn, Message message, Duration wait, Failure failure) {
        return note(
                turn,
                message,
                new SendingEvent.SendingPostponed(message.id(), turn.now().plus(wait), failure));
    }

    private static Aftermath note(Turn turn, Message message, SendingEvent event) {
        turn.record(message.conversation(), HUB, event);
        return Aftermath.NONE;
    }

    /** The run that made the call is no more. Answers whether it is in doubt now. */
    boolean doubt(Turn turn, MessageId id) {
        Message message = turn.message(id).orElseThrow();
        boolean cutOff = message.sending()
                .filter(sending -> sending.state() == SendingState.SENDING)
                .filter(sending -> !sending.hubRun().equals(Optional.of(rules.run())))
                .isPresent();
        if (cutOff) {
            note(
                    turn,
                    message,
                    new SendingEvent.SendingUncertain(id, "The hub stopped between the call and its answer"));
        }
        return cutOff;
    }
}
