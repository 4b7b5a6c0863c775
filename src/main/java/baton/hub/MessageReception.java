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
import baton.domain.NumberId;
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
        CustomerId writer = new Recognition(turn).writer(report.sender());
        receive(writer, timed(report.message()));
        return true;
    }

    boolean take(Report.EchoReport report) {
        if (turn.message(report.message().wamid()).isPresent()) {
            return false;
        }
        CustomerId customer = new Recognition(turn).writer(report.customer());
        ConversationId conversation = conversation(customer, report.number());
        MessageEvent echo = new MessageEvent.EchoReceived(customer, report.author(), timed(report.message()), delivery);
        Changes.join(turn, report.message().wamid(), () -> turn.record(conversation, new Actor.Platform(), echo));
        return true;
    }

    /** The platform's word that a customer changed number or user id is also shown in their conversation, in its place. */
    boolean take(Report.IdentityChanged report) {
        if (turn.message(report.own()).isPresent()) {
            return false;
        }
        CustomerId customer = new Recognition(turn).changed(report);
        Content notice = new Content.Notice("identity_changed", report.body());
        Inbound message = new Inbound(
                report.number(),
                report.own(),
                report.at(),
                notice,
                Optional.empty(),
                Optional.empty(),
                Inbound.Way.DIRECT);
        receive(customer, timed(message));
        return true;
    }

    private Inbound timed(Inbound message) {
        return message.at(MetaTime.of(message.sentAt(), turn.now()));
    }

    private void receive(CustomerId writer, Inbound message) {
        ConversationId conversation = conversation(writer, message.number());
        MessageEvent received = new MessageEvent.InboundReceived(writer, message, delivery);
        Changes.join(turn, message.wamid(), () -> turn.record(conversation, new Actor.Customer(), received));
    }

    /** Where a message belongs: merged customers share one conversation, but each line keeps who really wrote it. */
    private ConversationId conversation(CustomerId writer, NumberId number) {
        CustomerId customer = new Recognition(turn).countsAs(writer);
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
