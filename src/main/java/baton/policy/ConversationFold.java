// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.AccountEvent;
import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.Inbound;
import baton.domain.Line;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.SendingEvent;
import baton.domain.Traffic;
import baton.domain.UnknownEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has come of a conversation: the state after one more event. Pure, the same in hub, console and check. */
public final class ConversationFold {
    private ConversationFold() {}

    /**
     * The conversation after {@code recorded}; empty as long as it has not been opened. Events that do not concern a
     * conversation leave it as it is.
     */
    public static Optional<Conversation> fold(Optional<Conversation> before, Recorded recorded) {
        if (recorded.event() instanceof ConversationEvent.ConversationOpened opened) {
            return Optional.of(opened(opened, recorded));
        }
        return before.map(conversation -> next(conversation, recorded).at(recorded));
    }

    private static Conversation opened(ConversationEvent.ConversationOpened opened, Recorded recorded) {
        return new Conversation(
                new ConversationId(recorded.seq()),
                recorded.seq(),
                opened.customer(),
                opened.number(),
                true,
                recorded.at(),
                new Claim.Free(),
                Optional.empty(),
                Traffic.NONE);
    }

    private static Conversation next(Conversation conversation, Recorded recorded) {
        return switch (recorded.event()) {
            case MessageEvent event -> said(conversation, event, recorded);
            case SendingEvent event -> conversation.withTraffic(sent(conversation.traffic(), event));
            case ClaimEvent event -> claimed(conversation, event, recorded);
            case ConversationEvent event -> lived(conversation, event);
            case CustomerEvent _, AccountEvent _, PersonEvent _, UnknownEvent _ -> conversation;
        };
    }

    private static Conversation said(Conversation conversation, MessageEvent event, Recorded recorded) {
        Traffic traffic = conversation.traffic();
        return switch (event) {
            case MessageEvent.InboundReceived inbound -> conversation.withTraffic(wrote(traffic, inbound, recorded));
            case MessageEvent.EchoReceived echo ->
                conversation.withTraffic(traffic.withLast(Line.of(
                                recorded, echo.author(), false, echo.message().content()))
                        .withWaitingSince(Optional.empty())
                        .withUnread(0));
            case MessageEvent.ReplyAccepted reply -> replied(conversation, reply, recorded);
            case MessageEvent.NoteWritten note ->
                renewed(conversation, note.author(), recorded)
                        .withTraffic(traffic.withLast(Line.of(
                                recorded, new Author.Person(note.author()), true, new Content.Text(note.text()))));
            case MessageEvent.ReactionChanged reaction -> reacted(conversation, reaction);
            case MessageEvent.MessageEdited _, MessageEvent.MessageRevoked _, MessageEvent.ChangeAwaited _ ->
                conversation;
        };
    }

    private static Traffic wrote(Traffic traffic, MessageEvent.InboundReceived inbound, Recorded recorded) {
        Inbound message = inbound.message();
        Traffic shown = traffic.withLast(Line.of(recorded, new Author.Customer(), false, message.content()))
                .withWindowFrom(message.sentAt());
        return message.way() == Inbound.Way.DIRECT ? shown.withInbound(recorded.seq(), recorded.at()) : shown;
    }

    /** A reaction renews the window (WHATSAPP.md 7.1) but asks for no answer (SPEC.md B14). */
    private static Conversation reacted(Conversation conversation, MessageEvent.ReactionChanged reaction) {
        return reaction.by() instanceof Author.Customer
                ? conversation.withTraffic(conversation.traffic().withWindowFrom(reaction.reactedAt()))
                : conversation;
    }

    private static Conversation replied(
            Conversation conversation, MessageEvent.ReplyAccepted reply, Recorded recorded) {
        Conversation held = renewed(conversation, reply.author(), recorded);
        if (reply.message().content() instanceof Content.Reaction) {
            return held;
        }
        List<MessageId> pending = new ArrayList<>(conversation.traffic().pending());
        pending.add(new MessageId(recorded.seq()));
        Line line = Line.of(
                recorded,
                new Author.Person(reply.author()),
                false,
                reply.message().content());
        return held.withTraffic(
                conversation.traffic().withLast(line).withUnread(0).withPending(pending));
    }

    private static Conversation renewed(Conversation conversation, PersonId author, Recorded recorded) {
        return conversation.claim() instanceof Claim.Held held && held.holder().equals(author)
                ? conversation.withClaim(held.renewed(recorded.at()))
                : conversation;
    }

    /** A customer waits until Meta has taken an answer, not only until somebody wrote one. */
    private static Traffic sent(Traffic traffic, SendingEvent event) {
        if (!traffic.pending().contains(event.message())) {
            return traffic;
        }
        return switch (event) {
            case SendingEvent.SendingAccepted _ -> answered(traffic, event.message());
            case SendingEvent.StatusReached _ -> answered(traffic, event.message());
            case SendingEvent.SendingSettled settled ->
                switch (settled.settlement()) {
                    case WENT_OUT -> answered(traffic, event.message());
                    case GIVE_UP -> dropped(traffic, event.message());
                    case SEND_AGAIN -> traffic;
                };
            case SendingEvent.SendingFailed _, SendingEvent.SendingWithheld _, SendingEvent.SendingWithdrawn _ ->
                dropped(traffic, event.message());
            case SendingEvent.SendingStarted _, SendingEvent.SendingPostponed _, SendingEvent.SendingUncertain _ ->
                traffic;
        };
    }

    private static Traffic answered(Traffic traffic, MessageId reply) {
        Traffic rest = dropped(traffic, reply);
        return traffic.lastInbound() > reply.value()
                ? rest.withWaitingSince(latestInbound(traffic).or(traffic::waitingSince))
                : rest.withWaitingSince(Optional.empty());
    }

    private static Optional<Instant> latestInbound(Traffic traffic) {
        return traffic.last()
                .filter(line -> line.author() instanceof Author.Customer)
                .map(Line::at);
    }

    private static Traffic dropped(Traffic traffic, MessageId reply) {
        return traffic.withPending(traffic.pending().stream()
                .filter(pending -> !pending.equals(reply))
                .toList());
    }

    private static Conversation claimed(Conversation conversation, ClaimEvent event, Recorded recorded) {
        return switch (event) {
            case ClaimEvent.ClaimTaken taken ->
                conversation.withClaim(new Claim.Held(
                        new ClaimNumber(recorded.seq()),
                        taken.holder(),
                        recorded.at(),
                        taken.lease(),
                        taken.limit(),
                        taken.idle()));
            case ClaimEvent.ClaimReleased _ -> conversation.withClaim(new Claim.Free());
        };
    }

    private static Conversation lived(Conversation conversation, ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.ConversationOpened _ -> conversation;
            case ConversationEvent.ConversationResolved _ ->
                conversation
                        .withOpen(false)
                        .withTraffic(conversation
                                .traffic()
                                .withWaitingSince(Optional.empty())
                                .withUnread(0));
            case ConversationEvent.ConversationReopened _ -> conversation.withOpen(true);
            case ConversationEvent.ConversationAssigned assigned -> conversation.withAssignee(assigned.to());
            case ConversationEvent.ConversationRead _ ->
                conversation.withTraffic(conversation.traffic().withUnread(0));
        };
    }
}
