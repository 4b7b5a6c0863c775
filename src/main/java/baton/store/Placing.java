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
 * Where a delivered entry went, counted per number and day (SPEC.md B2): on the day of its delivery, also when it was replayed
 * later. Statuses are no entries of the board.
 */
final class Placing {
    private Placing() {}

    static void apply(Projections projections, Recorded recorded) throws SQLException {
        switch (recorded.event()) {
            case MessageEvent.InboundReceived event ->
                shown(
                        projections,
                        RawBodies.day(event.delivery(), recorded.at()),
                        event.message().number());
            case MessageEvent.EchoReceived event ->
                shown(
                        projections,
                        RawBodies.day(event.delivery(), recorded.at()),
                        event.message().number());
            case MessageEvent.ReactionChanged event -> changed(projections, recorded, event.delivery());
            case MessageEvent.MessageEdited event -> changed(projections, recorded, event.delivery());
            case MessageEvent.MessageRevoked event -> changed(projections, recorded, event.delivery());
            case MessageEvent.ChangeAwaited event -> {
                if (!(event.change() instanceof Change.Status)) {
                    add(projections, day(event.delivery(), recorded.at()), event.number(), 0, 1);
                }
            }
            default -> {}
        }
    }

    /** What waited is shown now, on the day it came. */
    static void settled(Projections projections, Awaited.Waiting waiting) throws SQLException {
        for (Awaited.One one : waiting.changes()) {
            if (!(one.event().change() instanceof Change.Status)) {
                add(
                        projections,
                        day(one.event().delivery(), one.at()),
                        one.event().number(),
                        1,
                        -1);
            }
        }
    }

    /** What the hub itself records had waited, and what a person does was not delivered. */
    private static void changed(Projections projections, Recorded recorded, Optional<DeliveryId> delivery)
            throws SQLException {
        if (!(recorded.actor() instanceof Actor.Customer)
                || recorded.conversation().isEmpty()) {
            return;
        }
        Optional<Conversation> conversation = projections.conversations.find(
                projections.connection, recorded.conversation().get());
        if (conversation.isPresent()) {
            shown(projections, day(delivery, recorded.at()), conversation.get().number());
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

    private static String day(Optional<DeliveryId> delivery, Instant at) {
        return delivery.map(id -> RawBodies.day(id, at)).orElseGet(() -> RawBodies.day(at));
    }
}
