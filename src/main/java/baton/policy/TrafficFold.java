// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Author;
import baton.domain.Content;
import baton.domain.Inbound;
import baton.domain.Line;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Recorded;
import baton.domain.SendingEvent;
import baton.domain.Traffic;
import baton.domain.Waiting;
import java.util.ArrayList;
import java.util.List;

/** What was said in a conversation and who waits for whom, after one more message or one more step of a reply. Pure. */
final class TrafficFold {
    private TrafficFold() {}

    static Traffic fold(Traffic traffic, MessageEvent event, Recorded recorded) {
        return switch (event) {
            case MessageEvent.InboundReceived inbound -> wrote(traffic, inbound.message(), recorded);
            case MessageEvent.EchoReceived echo -> echoed(traffic, echo, recorded);
            case MessageEvent.ReplyAccepted reply -> replied(traffic, reply, recorded);
            case MessageEvent.NoteWritten note ->
                traffic.withLast(
                        Line.of(recorded, new Author.Person(note.author()), true, new Content.Text(note.text())));
            case MessageEvent.ReactionChanged reaction -> reacted(traffic, reaction);
            case MessageEvent.MessageEdited edit -> reworded(traffic, edit);
            case MessageEvent.MessageRevoked revoke -> silenced(traffic, revoke.message());
            case MessageEvent.ChangeAwaited _ -> traffic;
        };
    }

    /** A customer waits until Meta has taken an answer, not only until somebody wrote one. */
    static Traffic fold(Traffic traffic, SendingEvent event) {
        MessageId reply = event.message();
        return switch (event) {
            case SendingEvent.SendingAccepted _ -> answered(traffic, reply);
            case SendingEvent.StatusReached reached -> ticked(traffic, reached);
            case SendingEvent.SendingSettled settled ->
                switch (settled.settlement()) {
                    case WENT_OUT -> answered(traffic, reply);
                    case GIVE_UP -> dropped(traffic, reply);
                    case SEND_AGAIN -> traffic;
                };
            case SendingEvent.SendingFailed _, SendingEvent.SendingWithheld _, SendingEvent.SendingWithdrawn _ ->
                dropped(traffic, reply);
            case SendingEvent.SendingStarted _, SendingEvent.SendingPostponed _, SendingEvent.SendingUncertain _ ->
                traffic;
        };
    }

    private static Traffic wrote(Traffic traffic, Inbound message, Recorded recorded) {
        if (message.content() instanceof Content.Notice) {
            // The platform's own words: shown in place, but nobody wrote, waits or opened a window.
            return said(traffic, new Author.Customer(), message, recorded);
        }
        Traffic shown = said(traffic, new Author.Customer(), message, recorded).withWindowFrom(message.sentAt());
        return switch (message.way()) {
            case DIRECT ->
                shown.withLastInbound(recorded.seq())
                        .withWaiting(traffic.waiting()
                                .wrote(new Waiting.Start(recorded.seq(), recorded.at()), traffic.pending()))
                        .withUnread(traffic.unread() + 1);
            // Nobody here has to answer it, but whoever does must have seen it (SPEC.md B1).
            case STANDBY -> shown.withLastInbound(recorded.seq());
            case HISTORY -> shown;
        };
    }

    /** Somebody answered elsewhere; unless that was before the customer's newest words, or long ago. */
    private static Traffic echoed(Traffic traffic, MessageEvent.EchoReceived echo, Recorded recorded) {
        Inbound message = echo.message();
        Traffic shown = said(traffic, echo.author(), message, recorded);
        boolean answers = message.way() != Inbound.Way.HISTORY
                && traffic.windowFrom().filter(message.sentAt()::isBefore).isEmpty();
        return answers ? shown.withWaiting(Waiting.NOBODY).withUnread(0) : shown;
    }

    private static Traffic said(Traffic traffic, Author author, Inbound message, Recorded recorded) {
        Line line = Line.of(recorded, author, false, message.content());
        return message.way() == Inbound.Way.HISTORY
                ? remembered(traffic, line.at(message.sentAt()))
                : traffic.withLast(line);
    }

    /** History arrives newest part first and after live messages; it must not stand in a list row as the latest. */
    private static Traffic remembered(Traffic traffic, Line line) {
        boolean isLatest =
                traffic.last().filter(last -> !last.at().isBefore(line.at())).isEmpty();
        return isLatest ? traffic.withLast(line) : traffic;
    }

    private static Traffic replied(Traffic traffic, MessageEvent.ReplyAccepted reply, Recorded recorded) {
        if (reply.message().content() instanceof Content.Reaction) {
            return traffic;
        }
        List<MessageId> pending = new ArrayList<>(traffic.pending());
        pending.add(new MessageId(recorded.seq()));
        Author author = new Author.Person(reply.author());
        return traffic.withLast(Line.of(recorded, author, false, reply.message().content()))
                .withUnread(0)
                .withPending(pending);
    }

    /** A reaction renews the window (WHATSAPP.md 7.1) but asks for no answer (SPEC.md B14). */
    private static Traffic reacted(Traffic traffic, MessageEvent.ReactionChanged reaction) {
        return reaction.by() instanceof Author.Customer ? traffic.withWindowFrom(reaction.reactedAt()) : traffic;
    }

    private static Traffic reworded(Traffic traffic, MessageEvent.MessageEdited edit) {
        return traffic.last()
                .filter(line -> line.message().equals(edit.message()))
                .map(line -> traffic.withLast(line.reworded(edit.content(), edit.editedAt())))
                .orElse(traffic);
    }

    private static Traffic silenced(Traffic traffic, MessageId message) {
        return traffic.last()
                .filter(line -> line.message().equals(message))
                .map(line -> traffic.withLast(line.revoked()))
                .orElse(traffic);
    }

    private static Traffic ticked(Traffic traffic, SendingEvent.StatusReached reached) {
        MessageId reply = reached.message();
        return switch (reached.status().tick()) {
            case SENT -> answered(traffic, reply);
            case DELIVERED, READ, PLAYED -> {
                Traffic rest = dropped(traffic, reply);
                yield rest.withWaiting(rest.waiting().answeredBy(reply).reachedBy(reply));
            }
            case FAILED -> {
                Traffic rest = dropped(traffic, reply);
                yield rest.withWaiting(rest.waiting().failedBy(reply));
            }
        };
    }

    private static Traffic answered(Traffic traffic, MessageId reply) {
        return traffic.pending().contains(reply)
                ? dropped(traffic, reply).withWaiting(traffic.waiting().answeredBy(reply))
                : traffic;
    }

    private static Traffic dropped(Traffic traffic, MessageId reply) {
        return traffic.withPending(traffic.pending().stream()
                .filter(pending -> !pending.equals(reply))
                .toList());
    }
}
