// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Change;
import baton.domain.DeliveryId;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.SendingEvent;
import baton.domain.Wamid;
import baton.policy.EntryMark;
import baton.policy.StatusLadder;
import baton.store.Turn;
import baton.whatsapp.Report;
import java.util.Optional;

/**
 * Takes in what is said about messages: reactions, edits, deletions, statuses. What comes before its message waits for it;
 * what tells nothing new changes nothing (WHATSAPP.md 1.3, 3.4).
 */
final class ChangeReception {

    private final Turn turn;
    private final IntakeRules rules;
    private final DeliveryId delivery;

    ChangeReception(Turn turn, IntakeRules rules, DeliveryId delivery) {
        this.turn = turn;
        this.rules = rules;
        this.delivery = delivery;
    }

    /** Whether it was new. */
    boolean take(Report.ChangeReport report) {
        if (report.own().map(EntryMark::change).filter(turn::seen).isPresent()) {
            return false;
        }
        Change change = MetaTime.of(report.change(), turn.now());
        var told = new MessageEvent.ChangeAwaited(
                report.number(), report.target(), change, report.own(), Optional.of(delivery));
        Optional<Message> message = turn.message(report.target());
        if (message.isEmpty()) {
            return await(told);
        }
        turn.record(
                message.get().conversation(),
                new Actor.Customer(),
                Changes.event(message.get().id(), told));
        return true;
    }

    boolean take(Report.StatusReport report) {
        Change.Status status = MetaTime.of(report.status(), turn.now());
        Optional<Message> ours = ours(report);
        if (ours.isPresent()) {
            return climb(ours.get(), status, report.wamid());
        }
        if (report.callbackData().isPresent()) {
            return false;
        }
        return await(new MessageEvent.ChangeAwaited(
                report.number(), report.wamid(), status, Optional.empty(), Optional.of(delivery)));
    }

    /** By our own id first: a status may come before the call's answer told us Meta's. */
    private Optional<Message> ours(Report.StatusReport report) {
        return report.callbackData()
                .flatMap(data -> CallbackData.message(rules.journal(), data))
                .flatMap(turn::message)
                .filter(message -> belongs(message, report.wamid()))
                .or(() -> turn.message(report.wamid()));
    }

    /** A number that a backup, put back, gave to another message is no proof: nothing is said of a call that was never begun. */
    private static boolean belongs(Message message, Wamid wamid) {
        return message.sending().filter(sending -> sending.attempt() > 0).isPresent()
                && message.wamid().map(wamid::equals).orElse(true);
    }

    private boolean climb(Message message, Change.Status status, Wamid wamid) {
        boolean tells = message.sending()
                .filter(sending -> !StatusLadder.climb(sending, status).equals(sending))
                .isPresent();
        if (tells) {
            SendingEvent reached = new SendingEvent.StatusReached(message.id(), status, Optional.of(wamid));
            Changes.join(turn, wamid, () -> turn.record(message.conversation(), new Actor.Platform(), reached));
        }
        return tells;
    }

    /** A status without a usable time has that of its arrival, so a second delivery of it differs in time alone. */
    private static boolean isSame(Change known, Change change) {
        if (known instanceof Change.Status a && change instanceof Change.Status b) {
            return a.tick() == b.tick() && a.participant().equals(b.participant());
        }
        return known.equals(change);
    }

    private boolean await(MessageEvent.ChangeAwaited change) {
        if (turn.awaited(change.target()).stream().anyMatch(known -> isSame(known.change(), change.change()))) {
            return false;
        }
        turn.record(new Actor.Platform(), change);
        return true;
    }
}
