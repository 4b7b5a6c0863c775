// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.AccountEvent;
import baton.domain.Change;
import baton.domain.ClaimEvent;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.CustomerEvent;
import baton.domain.Event;
import baton.domain.Inbound;
import baton.domain.Line;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.Outbound;
import baton.domain.PersonEvent;
import baton.domain.Recorded;
import baton.domain.Referral;
import baton.domain.Role;
import baton.domain.SendingEvent;
import baton.domain.Traffic;
import baton.domain.UnknownEvent;
import baton.policy.RolePolicy;
import java.util.List;
import java.util.Optional;

/**
 * What a role gets to see of what happened: everything, or for who may not read messages the same without any text, in which
 * case only its length is told (SPEC.md T1). The one place where text is left out. Safe from any thread.
 */
enum Scope {
    /** Everything. */
    WHOLE,
    /** Who, when, how much; no text, no emoji, no raw JSON. */
    WITHOUT_TEXT;

    private static final String NO_JSON = "{}";

    static Scope of(Role role) {
        return RolePolicy.readsText(role) ? WHOLE : WITHOUT_TEXT;
    }

    Recorded shown(Recorded line) {
        return this == WHOLE
                ? line
                : new Recorded(line.seq(), line.at(), line.conversation(), line.actor(), withoutText(line.event()));
    }

    Conversation shown(Conversation conversation) {
        Traffic traffic = conversation.traffic();
        return this == WHOLE
                ? conversation
                : traffic.last()
                        .map(line -> conversation.withTraffic(traffic.withLast(withoutText(line))))
                        .orElse(conversation);
    }

    Message shown(Message message) {
        return this == WHOLE
                ? message
                : message.withContent(withheld(message.content())).withMarks(withoutText(message.marks()));
    }

    private static Line withoutText(Line line) {
        return new Line(line.message(), line.author(), line.note(), line.kind(), "", line.at(), line.editedAt());
    }

    private static Message.Marks withoutText(Message.Marks marks) {
        List<Message.Reaction> reactions = marks.reactions().stream()
                .map(reaction -> new Message.Reaction(reaction.by(), "", reaction.at()))
                .toList();
        List<Message.Edit> edits = marks.edits().stream()
                .map(edit -> new Message.Edit(withheld(edit.before()), edit.at()))
                .toList();
        return new Message.Marks(
                reactions,
                marks.removals(),
                edits,
                marks.revokedAt(),
                marks.way(),
                marks.referral().map(Scope::withoutText),
                marks.delivery());
    }

    private static Content withheld(Content content) {
        return new Content.Withheld(content.words().length());
    }

    private static Referral withoutText(Referral referral) {
        return new Referral(
                referral.sourceType(), referral.sourceId(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Event withoutText(Event event) {
        return switch (event) {
            case MessageEvent said -> withoutText(said);
            case AccountEvent.AccountNoticed noticed ->
                new AccountEvent.AccountNoticed(
                        noticed.field(), noticed.number(), noticed.facts(), NO_JSON, noticed.hash());
            case AccountEvent.EntrySetAside aside ->
                new AccountEvent.EntrySetAside(aside.delivery(), aside.number(), aside.reason(), "", aside.hash());
            case AccountEvent.EntryPutAway away -> new AccountEvent.EntryPutAway(away.entry(), away.delivery(), "");
            case UnknownEvent unknown -> new UnknownEvent(unknown.kind(), NO_JSON);
            case SendingEvent _, ClaimEvent _, ConversationEvent _, CustomerEvent _, AccountEvent _, PersonEvent _ ->
                event;
        };
    }

    private static MessageEvent withoutText(MessageEvent event) {
        return switch (event) {
            case MessageEvent.InboundReceived inbound ->
                new MessageEvent.InboundReceived(
                        inbound.customer(), withoutText(inbound.message()), inbound.delivery());
            case MessageEvent.EchoReceived echo ->
                new MessageEvent.EchoReceived(
                        echo.customer(), echo.author(), withoutText(echo.message()), echo.delivery());
            case MessageEvent.ReplyAccepted reply ->
                new MessageEvent.ReplyAccepted(reply.author(), reply.fence(), withoutText(reply.message()));
            case MessageEvent.NoteWritten note -> new MessageEvent.NoteWritten(note.author(), "", note.mentions());
            case MessageEvent.MessageEdited edited ->
                new MessageEvent.MessageEdited(
                        edited.message(),
                        withheld(edited.content()),
                        edited.editedAt(),
                        edited.own(),
                        edited.delivery());
            case MessageEvent.ReactionChanged reaction ->
                new MessageEvent.ReactionChanged(
                        reaction.message(),
                        reaction.by(),
                        reaction.emoji().map(_ -> ""),
                        reaction.reactedAt(),
                        reaction.own(),
                        reaction.delivery());
            case MessageEvent.ChangeAwaited awaited ->
                new MessageEvent.ChangeAwaited(
                        awaited.number(),
                        awaited.target(),
                        withoutText(awaited.change()),
                        awaited.own(),
                        awaited.delivery());
            case MessageEvent.MessageRevoked _ -> event;
        };
    }

    private static Inbound withoutText(Inbound message) {
        return new Inbound(
                message.number(),
                message.wamid(),
                message.sentAt(),
                withheld(message.content()),
                message.quote(),
                message.referral().map(Scope::withoutText),
                message.way());
    }

    private static Outbound withoutText(Outbound message) {
        return new Outbound(
                message.number(), message.customer(), withheld(message.content()), message.quote(), message.dueAt());
    }

    private static Change withoutText(Change change) {
        return switch (change) {
            case Change.Reaction reaction ->
                new Change.Reaction(reaction.by(), reaction.emoji().map(_ -> ""), reaction.at());
            case Change.Edit edit -> new Change.Edit(withheld(edit.content()), edit.at());
            case Change.Status _, Change.Revoke _ -> change;
        };
    }
}
