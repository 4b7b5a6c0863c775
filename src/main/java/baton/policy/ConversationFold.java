// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.AccountEvent;
import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.MessageEvent;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.SendingEvent;
import baton.domain.Traffic;
import baton.domain.UnknownEvent;
import baton.domain.Waiting;
import java.time.Instant;
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
            case SendingEvent event -> conversation.withTraffic(TrafficFold.fold(conversation.traffic(), event));
            case ClaimEvent event -> claimed(conversation, event, recorded);
            case ConversationEvent event -> lived(conversation, event);
            case CustomerEvent _, AccountEvent _, PersonEvent _, UnknownEvent _ -> conversation;
        };
    }

    private static Conversation said(Conversation conversation, MessageEvent event, Recorded recorded) {
        return renewed(conversation, event, recorded)
                .withTraffic(TrafficFold.fold(conversation.traffic(), event, recorded));
    }

    /** A reply or note of the holder starts the lease anew (SPEC.md T4). */
    private static Conversation renewed(Conversation conversation, MessageEvent event, Recorded recorded) {
        return switch (event) {
            case MessageEvent.ReplyAccepted reply -> renewed(conversation, reply.author(), recorded.at());
            case MessageEvent.NoteWritten note -> renewed(conversation, note.author(), recorded.at());
            case MessageEvent.InboundReceived _,
                    MessageEvent.EchoReceived _,
                    MessageEvent.ReactionChanged _,
                    MessageEvent.MessageEdited _,
                    MessageEvent.MessageRevoked _,
                    MessageEvent.ChangeAwaited _ -> conversation;
        };
    }

    private static Conversation renewed(Conversation conversation, PersonId author, Instant at) {
        return conversation.claim() instanceof Claim.Held held && held.holder().equals(author) && mayStillHold(held, at)
                ? conversation.withClaim(held.renewed(at))
                : conversation;
    }

    /** Nothing stretches a hold beyond its limit: a note written later brings none back. */
    private static boolean mayStillHold(Claim.Held held, Instant at) {
        return at.isBefore(held.renewedAt().plus(held.limit()));
    }

    private static Conversation claimed(Conversation conversation, ClaimEvent event, Recorded recorded) {
        return switch (event) {
            case ClaimEvent.ClaimTaken taken -> conversation.withClaim(taken(conversation, taken, recorded));
            case ClaimEvent.ClaimReleased released -> released(conversation, released);
        };
    }

    private static Claim taken(Conversation conversation, ClaimEvent.ClaimTaken taken, Recorded recorded) {
        return new Claim.Held(
                        new ClaimNumber(recorded.seq()),
                        taken.holder(),
                        recorded.at(),
                        taken.lease(),
                        taken.limit(),
                        taken.idle())
                .after(conversation.claim().last());
    }

    /** The end of an older claim does not end the one in force. */
    private static Conversation released(Conversation conversation, ClaimEvent.ClaimReleased released) {
        return conversation.claim() instanceof Claim.Held held && held.number().equals(released.claim())
                ? conversation.withClaim(new Claim.Free(Optional.of(held)))
                : conversation;
    }

    private static Conversation lived(Conversation conversation, ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.ConversationOpened _ -> conversation;
            case ConversationEvent.ConversationResolved _ ->
                conversation
                        .withOpen(false)
                        .withTraffic(conversation
                                .traffic()
                                .withWaiting(Waiting.NOBODY)
                                .withUnread(0));
            case ConversationEvent.ConversationReopened _ -> conversation.withOpen(true);
            case ConversationEvent.ConversationAssigned assigned -> conversation.withAssignee(assigned.to());
            case ConversationEvent.ConversationRead read ->
                conversation.withTraffic(read(conversation.traffic(), read.upTo()));
        };
    }

    /** Whoever looked before the newest message came in has not read everything. */
    private static Traffic read(Traffic traffic, long upTo) {
        return upTo < traffic.lastInbound() ? traffic : traffic.withUnread(0);
    }
}
