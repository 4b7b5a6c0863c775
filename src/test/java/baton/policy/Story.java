// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Actor;
import baton.domain.Author;
import baton.domain.Change;
import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.Inbound;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Outbound;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.SendingEvent;
import baton.domain.Tick;
import baton.domain.Traffic;
import baton.domain.Wamid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation told event by event and folded as it goes. The story's clock moves by a second with each event and by {@link
 * #after}. Every telling method answers the journal number of what it told.
 */
final class Story {

    static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
    static final PersonId MINA = new PersonId("mina");
    static final PersonId JUN = new PersonId("jun");
    static final CustomerId CUSTOMER = new CustomerId(1);
    static final NumberId NUMBER = new NumberId("771940260085512");

    private final ConversationId id = new ConversationId(2);
    private final Map<MessageId, Message> messages = new HashMap<>();
    private Optional<Conversation> conversation = Optional.empty();
    private long seq = 1;
    private Instant now = START;

    Story() {
        tell(new ConversationEvent.ConversationOpened(CUSTOMER, NUMBER));
    }

    long tell(Event event) {
        seq++;
        now = now.plusSeconds(1);
        Recorded recorded = new Recorded(seq, now, Optional.of(id), new Actor.Hub(), event);
        conversation = ConversationFold.fold(conversation, recorded);
        MessageFold.concerned(recorded)
                .ifPresent(message -> MessageFold.fold(Optional.ofNullable(messages.get(message)), recorded)
                        .ifPresent(next -> messages.put(message, next)));
        return seq;
    }

    Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    long customerWrites(String text) {
        return customerWrites(text, Inbound.Way.DIRECT, now);
    }

    long customerWrites(String text, Inbound.Way way, Instant sentAt) {
        return tell(new MessageEvent.InboundReceived(CUSTOMER, inbound(text, way, sentAt), new DeliveryId("d" + seq)));
    }

    long echo(Author author, Inbound.Way way, Instant sentAt) {
        return tell(new MessageEvent.EchoReceived(CUSTOMER, author, inbound("echo", way, sentAt), new DeliveryId("d")));
    }

    private Inbound inbound(String text, Inbound.Way way, Instant sentAt) {
        return new Inbound(
                NUMBER,
                new Wamid("wamid." + seq),
                sentAt,
                new Content.Text(text),
                Optional.empty(),
                Optional.empty(),
                way);
    }

    ClaimNumber claims(PersonId who) {
        ClaimPolicy.Terms terms = ClaimPolicy.Terms.DEFAULT;
        return new ClaimNumber(tell(new ClaimEvent.ClaimTaken(who, terms.lease(), terms.limit(), terms.idle())));
    }

    void released(ClaimNumber claim, PersonId who) {
        tell(new ClaimEvent.ClaimReleased(claim, who, ClaimEvent.Reason.BY_HOLDER));
    }

    MessageId replies(PersonId who) {
        return says(who, new Content.Text("on its way"));
    }

    MessageId says(PersonId who, Content content) {
        Outbound outbound = new Outbound(NUMBER, CUSTOMER, content, Optional.empty(), now);
        return new MessageId(tell(new MessageEvent.ReplyAccepted(who, new Fence(new ClaimNumber(1), seq), outbound)));
    }

    long accepted(MessageId reply) {
        return tell(new SendingEvent.SendingAccepted(reply, new Wamid("wamid.out" + reply), Optional.empty()));
    }

    long ticked(MessageId reply, Tick tick) {
        return tell(new SendingEvent.StatusReached(reply, status(tick, now), Optional.empty()));
    }

    static Change.Status status(Tick tick, Instant at) {
        Optional<Failure> failure = tick == Tick.FAILED ? Optional.of(Failure.ofTransport("no")) : Optional.empty();
        return new Change.Status(tick, at, Optional.empty(), Optional.empty(), failure);
    }

    Conversation conversation() {
        return conversation.orElseThrow();
    }

    Traffic traffic() {
        return conversation().traffic();
    }

    Message message(MessageId message) {
        return messages.get(message);
    }

    Instant now() {
        return now;
    }

    long seq() {
        return seq;
    }
}
