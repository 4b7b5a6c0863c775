// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Actor;
import baton.domain.Change;
import baton.domain.Conversation;
import baton.domain.DeliveryId;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.domain.Recorded;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a delivered entry went, counted per number and day (SPEC.md B2): a message on the day of its delivery, also when it was
 * replayed later; a change on the day it came. Statuses are no entries of the board.
 */
final class Placing {
    private Placing() {}

    static void apply(Projections projections, Recorded recorded) throws SQLException {
        switch (recorded.event()) {
            case MessageEvent.InboundReceived event ->
                shown(
                        projections,
                        day(event.delivery(), recorded.at()),
                        event.message().number());
            case MessageEvent.EchoReceived event ->
                shown(
                        projections,
                        day(event.delivery(), recorded.at()),
                        event.message().number());
            case MessageEvent.ReactionChanged _, MessageEvent.MessageEdited _, MessageEvent.MessageRevoked _ ->
                changed(projections, recorded);
            case MessageEvent.ChangeAwaited event -> {
                if (!(event.change() instanceof Change.Status)) {
                    add(projections, RawBodies.day(recorded.at()), event.number(), 0, 1);
                }
            }
            default -> {}
        }
    }

    /** What waited is shown now, on the day it came. */
    static void settled(Projections projections, Awaited.Waiting waiting) throws SQLException {
        for (Awaited.One one : waiting.changes()) {
            if (!(one.event().change() instanceof Change.Status)) {
                add(projections, RawBodies.day(one.at()), one.event().number(), 1, -1);
            }
        }
    }

    /** What the hub itself records had waited, and what a person does was not delivered. */
    private static void changed(Projections projections, Recorded recorded) throws SQLException {
        if (!(recorded.actor() instanceof Actor.Customer)
                || recorded.conversation().isEmpty()) {
            return;
        }
        Optional<Conversation> conversation = projections.conversations.find(
                projections.connection, recorded.conversation().get());
        if (conversation.isPresent()) {
            shown(projections, RawBodies.day(recorded.at()), conversation.get().number());
        }
    }

    private static void shown(Projections projections, String day, NumberId number) throws SQLException {
        add(projections, day, number, 1, 0);
    }

    private static void add(Projections projections, String day, NumberId number, long shown, long waiting)
            throws SQLException {
        Received.Key key = new Received.Key(day, number.value());
        Placed.Count before =
                projections.placed.find(projections.connection, key).orElse(Placed.Count.NONE);
        projections.placed.put(key, before.plus(shown, waiting));
    }

    /** A delivery's name begins with its day. */
    private static String day(DeliveryId delivery, Instant at) {
        String name = delivery.value();
        return name.matches("\\d{8}-.*") ? name.substring(0, 8) : RawBodies.day(at);
    }
}
