// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static baton.hub.Outcomes.done;
import static baton.hub.Outcomes.refused;

import baton.domain.Actor;
import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.Command;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Outbound;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.SendingEvent;
import baton.domain.SendingState;
import baton.domain.Touch;
import baton.domain.Wamid;
import baton.hub.Desk.Outcome;
import baton.policy.NotePolicy;
import baton.policy.ReplyGate;
import baton.store.Turn;
import baton.wire.Malformed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes replies and notes, takes replies back, settles uncertain ones (SPEC.md B1, C5, T9, B10). */
final class WriteDesk {

    private final Turn turn;
    private final Person who;
    private final Actor actor;
    private final DeskRules rules;

    WriteDesk(Turn turn, Person who, DeskRules rules) {
        this.turn = turn;
        this.who = who;
        this.actor = new Actor.Person(who.id());
        this.rules = rules;
    }

    Outcome reply(Command.Reply reply) {
        if (reply.fence().seen() >= turn.next()) {
            throw new Malformed("'seen' is " + reply.fence().seen() + ", but the journal ends at " + (turn.next() - 1));
        }
        return Outcomes.with(
                turn,
                reply.conversation(),
                conversation -> ReplyGate.refuse(
                                conversation, touch(conversation), who.id(), reply.fence(), reply.content(), turn.now())
                        .or(() -> refuseReferences(conversation, reply))
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> accept(conversation, reply)));
    }

    private Outcome accept(Conversation conversation, Command.Reply reply) {
        Instant dueAt = reply.undoable() ? turn.now().plus(rules.undo()) : turn.now();
        Optional<Wamid> quote = reply.quote().flatMap(turn::message).flatMap(Message::wamid);
        Outbound outbound = new Outbound(conversation.number(), conversation.customer(), reply.content(), quote, dueAt);
        Recorded recorded = turn.record(
                conversation.id(), actor, new MessageEvent.ReplyAccepted(who.id(), reply.fence(), outbound));
        return new Outcome.Done(recorded.seq(), Map.of("message", recorded.seq(), "dueAt", dueAt.toString()));
    }

    /** A message answered or reacted to must be of this conversation and known to Meta. */
    private Optional<Refusal> refuseReferences(Conversation conversation, Command.Reply reply) {
        Optional<MessageId> target =
                reply.content() instanceof Content.Reaction reaction ? Optional.of(reaction.target()) : reply.quote();
        return target.filter(message -> turn.message(message)
                        .filter(found -> found.conversation().equals(conversation.id()))
                        .flatMap(Message::wamid)
                        .isEmpty())
                .map(message -> Refusal.because(Refusal.Reason.NOT_QUOTABLE, Map.of("message", message.toString())));
    }

    private Optional<Touch> touch(Conversation conversation) {
        return conversation.claim() instanceof Claim.Held held
                ? turn.touch(conversation.id(), held.holder())
                : Optional.empty();
    }

    Outcome note(Command.Note note) {
        return Outcomes.with(
                turn,
                note.conversation(),
                conversation -> NotePolicy.refuse(note.text())
                        .or(() -> refuseMentions(note))
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> write(conversation, note)));
    }

    /** A hold that is over is announced first: a note starts a lease anew, but brings none back. */
    private Outcome write(Conversation conversation, Command.Note note) {
        Lapse.announce(turn, conversation);
        return done(turn.record(
                conversation.id(), actor, new MessageEvent.NoteWritten(who.id(), note.text(), note.mentions())));
    }

    private Optional<Refusal> refuseMentions(Command.Note note) {
        return note.mentions().stream()
                .filter(mention -> turn.person(mention).isEmpty())
                .map(PersonId::value)
                .findFirst()
                .map(nobody -> Refusal.because(Refusal.Reason.NO_SUCH_PERSON, Map.of("person", nobody)));
    }

    Outcome undo(Command.Undo undo) {
        return withReply(
                undo.message(),
                (message, state) -> !isOwnOrMay(message)
                        ? refused(Refusal.Reason.NOT_ALLOWED)
                        : state == SendingState.QUEUED
                                ? done(turn.record(
                                        message.conversation(),
                                        actor,
                                        new SendingEvent.SendingWithdrawn(undo.message())))
                                : refused(Refusal.Reason.ALREADY_ON_ITS_WAY, "state", state));
    }

    /** Agents take back and settle what they wrote themselves. */
    private boolean isOwnOrMay(Message message) {
        return who.role() != Role.AGENT || message.author().equals(new Author.Person(who.id()));
    }

    Outcome settle(Command.Settle settle) {
        return withReply(
                settle.message(),
                (message, state) -> !isOwnOrMay(message)
                        ? refused(Refusal.Reason.NOT_ALLOWED)
                        : state == SendingState.UNCERTAIN
                                ? done(turn.record(
                                        message.conversation(),
                                        actor,
                                        new SendingEvent.SendingSettled(
                                                settle.message(), settle.settlement(), turn.now())))
                                : refused(Refusal.Reason.NOT_UNCERTAIN, "state", state));
    }

    private Outcome withReply(MessageId id, BiFunction<Message, SendingState, Outcome> next) {
        return turn.message(id)
                .flatMap(message -> message.sending().map(sending -> next.apply(message, sending.state())))
                .orElseGet(() -> refused(Refusal.Reason.NO_SUCH_MESSAGE, "message", id));
    }
}
