// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Actor;
import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.Identity;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Outbound;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.Sender;
import baton.domain.SendingEvent;
import baton.domain.Settlement;
import baton.domain.Tick;
import baton.domain.Wamid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Work of every kind in an order that a seed decides: what a busy day does to the projections. */
final class RandomWork {

    private static final Actor HUB = new Actor.Hub();
    private static final NumberId NUMBER = new NumberId("771940260085512");
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Random random;
    private final String run = "r" + RUNS.incrementAndGet() + "-";
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<ConversationId> conversations = new ArrayList<>();
    private final List<MessageId> inbound = new ArrayList<>();
    private final List<MessageId> replies = new ArrayList<>();
    private int made;

    RandomWork(long seed) {
        this.random = new Random(seed);
    }

    /** Some events; deterministic but for the numbers others took in between. */
    boolean some(Turn turn) {
        if (customers.isEmpty() || random.nextInt(10) == 0) {
            appear(turn);
        }
        switch (random.nextInt(12)) {
            case 0 -> person(turn);
            case 1, 2, 3 -> message(turn);
            case 4, 5 -> reply(turn);
            case 6 -> sending(turn);
            case 7 -> status(turn);
            case 8 -> claim(turn);
            case 9 -> life(turn);
            case 10 -> change(turn);
            default -> awaited(turn);
        }
        return true;
    }

    private <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    private void appear(Turn turn) {
        CustomerId id = new CustomerId(turn.next());
        Identity phone = Identity.phone("4477" + random.nextInt(40));
        turn.owner(phone).ifPresent(other -> turn.record(HUB, new CustomerEvent.MergeOffered(other, id, "same")));
        CustomerId own = new CustomerId(turn.next());
        turn.record(
                HUB,
                new CustomerEvent.CustomerAppeared(new Sender(
                        List.of(phone, Identity.bsuid("GB." + run + made++)), Optional.of("N"), Optional.empty())));
        if (random.nextBoolean()) {
            turn.record(
                    HUB, new CustomerEvent.CustomerIdentified(own, Identity.phone("55" + made), Optional.of(phone)));
        }
        customers.add(own);
        conversations.add(turn.open(own, NUMBER, HUB));
    }

    private void person(Turn turn) {
        PersonId id = new PersonId(run + "p" + random.nextInt(5));
        turn.record(
                HUB,
                turn.person(id).isEmpty()
                        ? new PersonEvent.PersonAdded(id, "P", Role.AGENT)
                        : new PersonEvent.RoleChanged(id, Role.EDITOR));
    }

    private void message(Turn turn) {
        ConversationId conversation = any(conversations).orElseThrow();
        CustomerId customer = turn.conversation(conversation).orElseThrow().customer();
        Wamid wamid = new Wamid(run + "in" + made++);
        inbound.add(new MessageId(turn.next()));
        turn.record(conversation, HUB, Samples.inbound(customer, NUMBER, wamid.value(), "text " + made));
    }

    private void reply(Turn turn) {
        Conversation conversation =
                turn.conversation(any(conversations).orElseThrow()).orElseThrow();
        Outbound outbound = new Outbound(
                NUMBER,
                conversation.customer(),
                new Content.Text("reply"),
                Optional.empty(),
                turn.now().plusSeconds(5));
        replies.add(new MessageId(turn.next()));
        turn.record(
                conversation.id(),
                HUB,
                new MessageEvent.ReplyAccepted(new PersonId("mina"), new Fence(new ClaimNumber(1), 0), outbound));
    }

    private void sending(Turn turn) {
        any(replies).ifPresent(id -> turn.record(turn.message(id).orElseThrow().conversation(), HUB, step(turn, id)));
    }

    private SendingEvent step(Turn turn, MessageId id) {
        return switch (random.nextInt(7)) {
            case 0 -> new SendingEvent.SendingStarted(id, 1, "run");
            case 1 -> new SendingEvent.SendingAccepted(id, new Wamid(run + "out" + id), Optional.empty());
            case 2 -> new SendingEvent.SendingPostponed(id, turn.now().plusSeconds(9), Failure.ofTransport("x"));
            case 3 -> new SendingEvent.SendingFailed(id, Failure.ofTransport("x"));
            case 4 -> new SendingEvent.SendingUncertain(id, "x");
            case 5 -> new SendingEvent.SendingWithdrawn(id);
            default -> new SendingEvent.SendingSettled(id, Settlement.SEND_AGAIN, turn.now());
        };
    }

    private void status(Turn turn) {
        Tick tick = any(List.of(Tick.values())).orElseThrow();
        Change.Status status =
                new Change.Status(tick, turn.now(), Optional.empty(), Optional.empty(), Optional.empty());
        any(replies)
                .ifPresent(id -> turn.record(
                        turn.message(id).orElseThrow().conversation(),
                        HUB,
                        new SendingEvent.StatusReached(id, status, Optional.of(new Wamid(run + "out" + id)))));
    }

    private void claim(Turn turn) {
        Conversation conversation =
                turn.conversation(any(conversations).orElseThrow()).orElseThrow();
        PersonId who = new PersonId("mina");
        turn.record(
                conversation.id(),
                HUB,
                conversation.claim() instanceof Claim.Held held
                        ? new ClaimEvent.ClaimReleased(held.number(), held.holder(), ClaimEvent.Reason.IDLE)
                        : new ClaimEvent.ClaimTaken(
                                who, Duration.ofMinutes(7), Duration.ofMinutes(15), Duration.ofMinutes(3)));
    }

    private void life(Turn turn) {
        Conversation conversation =
                turn.conversation(any(conversations).orElseThrow()).orElseThrow();
        PersonId who = new PersonId("mina");
        turn.record(
                conversation.id(),
                HUB,
                conversation.open()
                        ? new ConversationEvent.ConversationResolved(who)
                        : new ConversationEvent.ConversationReopened(Optional.of(who)));
    }

    private void change(Turn turn) {
        any(inbound)
                .ifPresent(id -> turn.record(
                        turn.message(id).orElseThrow().conversation(),
                        HUB,
                        random.nextBoolean()
                                ? new MessageEvent.ReactionChanged(
                                        id,
                                        new Author.Customer(),
                                        Optional.of("👍"),
                                        turn.now(),
                                        Optional.of(new Wamid(run + "c" + made++)),
                                        Optional.of(new DeliveryId("20261120-1")))
                                : new MessageEvent.MessageEdited(
                                        id,
                                        new Content.Text("edited"),
                                        turn.now(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private void awaited(Turn turn) {
        Wamid target = new Wamid(run + "in" + (made + random.nextInt(6)));
        turn.record(
                HUB,
                new MessageEvent.ChangeAwaited(
                        NUMBER,
                        target,
                        new Change.Revoke(turn.now()),
                        Optional.of(new Wamid(run + "w" + made++)),
                        Optional.of(new DeliveryId("20261121-2"))));
    }
}
