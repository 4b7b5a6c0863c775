// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.AccountEvent;
import baton.domain.Author;
import baton.domain.ClaimEvent;
import baton.domain.Content;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.DeliveryId;
import baton.domain.Inbound;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Outbound;
import baton.domain.PersonEvent;
import baton.domain.Quote;
import baton.domain.Recorded;
import baton.domain.Sending;
import baton.domain.SendingEvent;
import baton.domain.UnknownEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has come of one message: its state after one more event, with everything it ever said. Pure. */
public final class MessageFold {
    private MessageFold() {}

    /** The message this event brings in or changes; empty when it concerns none. */
    public static Optional<MessageId> concerned(Recorded recorded) {
        return switch (recorded.event()) {
            case MessageEvent.MessageEdited event -> Optional.of(event.message());
            case MessageEvent.MessageRevoked event -> Optional.of(event.message());
            case MessageEvent.ReactionChanged event -> Optional.of(event.message());
            case MessageEvent.ChangeAwaited _ -> Optional.empty();
            case MessageEvent.InboundReceived _,
                    MessageEvent.EchoReceived _,
                    MessageEvent.ReplyAccepted _,
                    MessageEvent.NoteWritten _ -> Optional.of(new MessageId(recorded.seq()));
            case SendingEvent event -> Optional.of(event.message());
            case ClaimEvent _, ConversationEvent _, CustomerEvent _, AccountEvent _, PersonEvent _, UnknownEvent _ ->
                Optional.empty();
        };
    }

    /** The message after {@code recorded}, which must concern it; empty while it is not there. */
    public static Optional<Message> fold(Optional<Message> before, Recorded recorded) {
        return switch (recorded.event()) {
            case MessageEvent.InboundReceived event ->
                Optional.of(received(new Author.Customer(), event.message(), event.delivery(), recorded));
            case MessageEvent.EchoReceived event ->
                Optional.of(received(event.author(), event.message(), event.delivery(), recorded));
            case MessageEvent.ReplyAccepted event -> Optional.of(written(event, recorded));
            case MessageEvent.NoteWritten event -> Optional.of(noted(event, recorded));
            case MessageEvent.MessageEdited event ->
                before.map(message -> edited(message, event).at(recorded));
            case MessageEvent.MessageRevoked event ->
                before.map(message -> revoked(message, event.revokedAt()).at(recorded));
            case MessageEvent.ReactionChanged event ->
                before.map(message -> reacted(message, event).at(recorded));
            case SendingEvent event ->
                before.map(message -> sent(message, event).at(recorded));
            case MessageEvent.ChangeAwaited _ -> before;
            case ClaimEvent _, ConversationEvent _, CustomerEvent _, AccountEvent _, PersonEvent _, UnknownEvent _ ->
                before;
        };
    }

    private static Message received(Author author, Inbound inbound, DeliveryId delivery, Recorded recorded) {
        Message.Marks marks = new Message.Marks(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                inbound.way(),
                inbound.referral(),
                Optional.of(delivery));
        return new Message(
                new MessageId(recorded.seq()),
                recorded.seq(),
                conversation(recorded),
                author,
                false,
                inbound.content(),
                inbound.sentAt(),
                recorded.at(),
                Optional.of(inbound.wamid()),
                inbound.quote(),
                marks,
                Optional.empty());
    }

    private static Message written(MessageEvent.ReplyAccepted event, Recorded recorded) {
        Outbound outbound = event.message();
        return ours(new Author.Person(event.author()), false, outbound.content(), recorded)
                .withQuote(outbound.quote().map(Quote::of))
                .withSending(Sending.queued(event.fence(), outbound.dueAt()));
    }

    private static Message noted(MessageEvent.NoteWritten event, Recorded recorded) {
        return ours(new Author.Person(event.author()), true, new Content.Text(event.text()), recorded);
    }

    private static Message ours(Author author, boolean note, Content content, Recorded recorded) {
        return new Message(
                new MessageId(recorded.seq()),
                recorded.seq(),
                conversation(recorded),
                author,
                note,
                content,
                recorded.at(),
                recorded.at(),
                Optional.empty(),
                Optional.empty(),
                Message.Marks.NONE,
                Optional.empty());
    }

    private static ConversationId conversation(Recorded recorded) {
        return recorded.conversation()
                .orElseThrow(
                        () -> new IllegalStateException("Message " + recorded.seq() + " belongs to no conversation"));
    }

    /** Deliveries come in any order: an edit older than one already known belongs into the history, not on the screen. */
    private static Message edited(Message message, MessageEvent.MessageEdited event) {
        List<Message.Edit> edits = new ArrayList<>(message.marks().edits());
        int place = (int) edits.stream()
                .filter(edit -> !edit.at().isAfter(event.editedAt()))
                .count();
        if (place == edits.size()) {
            edits.add(new Message.Edit(message.content(), event.editedAt()));
            return message.withContent(event.content())
                    .withMarks(message.marks().withEdits(edits));
        }
        Message.Edit next = edits.get(place);
        edits.set(place, new Message.Edit(event.content(), next.at()));
        edits.add(place, new Message.Edit(next.before(), event.editedAt()));
        return message.withMarks(message.marks().withEdits(edits));
    }

    private static Message revoked(Message message, Instant at) {
        Instant first = message.marks().revokedAt().filter(at::isAfter).orElse(at);
        return message.withMarks(message.marks().withRevokedAt(first));
    }

    /** One reaction per reactor, or none: the newest by Meta's time, whatever order they come in. */
    private static Message reacted(Message message, MessageEvent.ReactionChanged event) {
        List<Message.Reaction> reactions = new ArrayList<>(message.marks().reactions());
        List<Message.Removal> removals = new ArrayList<>(message.marks().removals());
        boolean isLate = reactions.stream()
                        .anyMatch(known ->
                                known.by().equals(event.by()) && known.at().isAfter(event.reactedAt()))
                || removals.stream()
                        .anyMatch(known ->
                                known.by().equals(event.by()) && known.at().isAfter(event.reactedAt()));
        if (isLate) {
            return message;
        }
        reactions.removeIf(reaction -> reaction.by().equals(event.by()));
        removals.removeIf(removal -> removal.by().equals(event.by()));
        event.emoji()
                .ifPresentOrElse(
                        emoji -> reactions.add(new Message.Reaction(event.by(), emoji, event.reactedAt())),
                        () -> removals.add(new Message.Removal(event.by(), event.reactedAt())));
        return message.withMarks(message.marks().withReactions(reactions, removals));
    }

    private static Message sent(Message message, SendingEvent event) {
        Message known = wamidFrom(message, event);
        return message.sending()
                .map(sending -> known.withSending(SendingFold.fold(sending, event)))
                .orElse(known);
    }

    private static Message wamidFrom(Message message, SendingEvent event) {
        return switch (event) {
            case SendingEvent.SendingAccepted accepted -> message.withWamid(accepted.wamid());
            case SendingEvent.StatusReached reached
            when message.wamid().isEmpty() ->
                reached.wamid().map(message::withWamid).orElse(message);
            case SendingEvent.StatusReached _,
                    SendingEvent.SendingStarted _,
                    SendingEvent.SendingPostponed _,
                    SendingEvent.SendingFailed _,
                    SendingEvent.SendingUncertain _,
                    SendingEvent.SendingWithheld _,
                    SendingEvent.SendingWithdrawn _,
                    SendingEvent.SendingSettled _ -> message;
        };
    }
}
