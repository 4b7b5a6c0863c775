// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Inbound;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Recorded;
import baton.domain.Wamid;
import baton.store.Turn;
import baton.whatsapp.Report;
import java.util.Optional;

/** Brings messages of customers, and of others who write in our name, into the right conversation. */
final class MessageReception {

    private final Turn turn;
    private final IntakeRules rules;
    private final DeliveryId delivery;

    MessageReception(Turn turn, IntakeRules rules, DeliveryId delivery) {
        this.turn = turn;
        this.rules = rules;
        this.delivery = delivery;
    }

    /** Whether it was new. */
    boolean take(Report.MessageReport report) {
        if (turn.message(report.message().wamid()).isPresent()) {
            return false;
        }
        CustomerId customer = new Recognition(turn).recognise(report.sender());
        receive(customer, timed(report.message()));
        return true;
    }

    boolean take(Report.EchoReport report) {
        if (turn.message(report.message().wamid()).isPresent()) {
            return false;
        }
        CustomerId customer = new Recognition(turn).recognise(report.customer());
        ConversationId conversation = conversation(customer, report.number());
        Recorded recorded = turn.record(
                conversation,
                new Actor.Platform(),
                new MessageEvent.EchoReceived(customer, report.author(), timed(report.message()), delivery));
        joinAwaited(recorded, conversation, report.message().wamid());
        return true;
    }

    /** The platform's word that a customer changed number or user id is also shown in their conversation, in its place. */
    boolean take(Report.IdentityChanged report) {
        if (turn.message(report.own()).isPresent()) {
            return false;
        }
        CustomerId customer = new Recognition(turn).changed(report);
        Content notice = new Content.Notice("identity_changed", report.body());
        receive(
                customer,
                new Inbound(
                        report.number(),
                        report.own(),
                        report.at(),
                        notice,
                        Optional.empty(),
                        Optional.empty(),
                        Inbound.Way.DIRECT));
        return true;
    }

    private Inbound timed(Inbound message) {
        return message.at(MetaTime.of(message.sentAt(), turn.now()));
    }

    private void receive(CustomerId customer, Inbound message) {
        ConversationId conversation = conversation(customer, message.number());
        Recorded recorded = turn.record(
                conversation, new Actor.Customer(), new MessageEvent.InboundReceived(customer, message, delivery));
        joinAwaited(recorded, conversation, message.wamid());
    }

    /** Reactions, edits and statuses that came before their message. */
    private void joinAwaited(Recorded recorded, ConversationId conversation, Wamid wamid) {
        MessageId message = new MessageId(recorded.seq());
        turn.awaited(wamid).forEach(awaited -> Changes.record(turn, new Actor.Hub(), conversation, message, awaited));
    }

    private ConversationId conversation(CustomerId customer, NumberId number) {
        Optional<Conversation> newest = turn.newestConversation(customer, number);
        if (newest.filter(Conversation::open).isPresent()) {
            return newest.get().id();
        }
        return newest.filter(this::isRecent)
                .map(this::reopen)
                .orElseGet(() -> turn.open(customer, number, new Actor.Customer()));
    }

    private boolean isRecent(Conversation resolved) {
        return turn.now().isBefore(resolved.changedAt().plus(rules.reopenWithin()));
    }

    private ConversationId reopen(Conversation resolved) {
        turn.record(resolved.id(), new Actor.Customer(), new ConversationEvent.ConversationReopened(Optional.empty()));
        return resolved.id();
    }
}
