// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static baton.hub.Outcomes.already;
import static baton.hub.Outcomes.done;
import static baton.hub.Outcomes.refused;

import baton.domain.Actor;
import baton.domain.Claim;
import baton.domain.ClaimEvent;
import baton.domain.Command;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.Person;
import baton.domain.Recorded;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.Touch;
import baton.hub.Desk.Outcome;
import baton.policy.ClaimPolicy;
import baton.policy.ClaimPolicy.Terms;
import baton.store.Turn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Takes, lets go, resolves, reopens, assigns: everything about who has a conversation (SPEC.md T4, T11, I7). */
final class HoldDesk {

    private final Turn turn;
    private final Person who;
    private final Actor actor;
    private final DeskRules rules;

    HoldDesk(Turn turn, Person who, DeskRules rules) {
        this.turn = turn;
        this.who = who;
        this.actor = new Actor.Person(who.id());
        this.rules = rules;
    }

    /** Whoever takes it also becomes the one whose customer it is. Taking it twice answers with the hold one has. */
    Outcome claim(Command.Claim claim) {
        return Outcomes.with(turn, claim.conversation(), conversation -> {
            Optional<Refusal> refusal =
                    ClaimPolicy.refuseClaim(conversation, touch(conversation), who.id(), turn.now());
            return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> claim(conversation));
        });
    }

    private Outcome claim(Conversation conversation) {
        Optional<Claim.Held> mine = held(conversation);
        if (mine.isPresent()) {
            return claimed(mine.get().number().value(), mine.get().until(touch(conversation)));
        }
        Lapse.announce(turn, conversation);
        Terms terms = rules.terms();
        Recorded taken = turn.record(
                conversation.id(),
                actor,
                new ClaimEvent.ClaimTaken(who.id(), terms.lease(), terms.limit(), terms.idle()));
        if (!conversation.assignee().equals(Optional.of(who.id()))) {
            turn.record(conversation.id(), actor, new ConversationEvent.ConversationAssigned(Optional.of(who.id())));
        }
        Conversation after = turn.conversation(conversation.id()).orElseThrow();
        return claimed(taken.seq(), held(after).orElseThrow().until(touch(after)));
    }

    private static Outcome claimed(long number, Instant until) {
        return new Outcome.Done(number, Map.of("claim", number, "until", until.toString()));
    }

    Outcome release(Command.Release release) {
        return Outcomes.with(
                turn,
                release.conversation(),
                conversation -> held(conversation)
                        .filter(held -> held.holder().equals(who.id()))
                        .map(held -> done(end(conversation, held, ClaimEvent.Reason.BY_HOLDER)))
                        .orElseGet(() -> refused(Refusal.Reason.NOT_HELD)));
    }

    /** Agents resolve what they hold or what nobody holds; editors and admins also what others hold, which ends that hold. */
    Outcome resolve(Command.Resolve resolve) {
        return Outcomes.with(turn, resolve.conversation(), conversation -> {
            if (!conversation.open()) {
                return already(conversation.version());
            }
            Optional<Claim.Held> others =
                    held(conversation).filter(held -> !held.holder().equals(who.id()));
            if (others.isPresent() && who.role() == Role.AGENT) {
                return new Outcome.Refused(ClaimPolicy.heldByOther(others.get(), touch(conversation)));
            }
            endIfHeld(conversation, ClaimEvent.Reason.RESOLVED);
            return done(turn.record(conversation.id(), actor, new ConversationEvent.ConversationResolved(who.id())));
        });
    }

    Outcome reopen(Command.Reopen reopen) {
        return Outcomes.with(turn, reopen.conversation(), conversation -> {
            if (conversation.open()) {
                return refused(Refusal.Reason.ALREADY_OPEN);
            }
            Optional<Conversation> newest = turn.newestConversation(conversation.customer(), conversation.number())
                    .filter(Conversation::open);
            if (newest.isPresent()) {
                return refused(
                        Refusal.Reason.ANOTHER_IS_OPEN,
                        "conversation",
                        newest.get().id());
            }
            return done(turn.record(
                    conversation.id(), actor, new ConversationEvent.ConversationReopened(Optional.of(who.id()))));
        });
    }

    Outcome assign(Command.Assign assign) {
        return Outcomes.with(turn, assign.conversation(), conversation -> {
            Optional<Refusal> nobody = assign.to()
                    .filter(to -> turn.person(to).filter(Person::active).isEmpty())
                    .map(to -> Refusal.because(Refusal.Reason.NO_SUCH_PERSON, Map.of("person", to.value())));
            if (nobody.isPresent()) {
                return new Outcome.Refused(nobody.get());
            }
            return conversation.assignee().equals(assign.to())
                    ? already(conversation.version())
                    : done(turn.record(
                            conversation.id(), actor, new ConversationEvent.ConversationAssigned(assign.to())));
        });
    }

    Outcome markRead(Command.MarkRead read) {
        return Outcomes.with(
                turn,
                read.conversation(),
                conversation -> conversation.traffic().unread() == 0
                        ? already(conversation.version())
                        : done(turn.record(
                                conversation.id(),
                                actor,
                                new ConversationEvent.ConversationRead(who.id(), read.upTo()))));
    }

    private Optional<Touch> touch(Conversation conversation) {
        return conversation.claim() instanceof Claim.Held held
                ? turn.touch(conversation.id(), held.holder())
                : Optional.empty();
    }

    private Optional<Claim.Held> held(Conversation conversation) {
        return ClaimPolicy.heldAt(conversation.claim(), touch(conversation), turn.now());
    }

    private void endIfHeld(Conversation conversation, ClaimEvent.Reason reason) {
        if (conversation.claim() instanceof Claim.Held held) {
            end(conversation, held, reason);
        }
    }

    private Recorded end(Conversation conversation, Claim.Held held, ClaimEvent.Reason reason) {
        return turn.record(
                conversation.id(), actor, new ClaimEvent.ClaimReleased(held.number(), held.holder(), reason));
    }
}
