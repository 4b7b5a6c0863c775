// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Content;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.Inbound;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.Optional;

/** Events as the hub would record them. */
final class Samples {
    private Samples() {}

    /** With U+0000 in every text, as a stranger might send it. */
    static SetAsides.Entry aside(long id, Wamid wamid, Instant at) {
        return aside(id, wamid, at, new DeliveryId("d"));
    }

    static SetAsides.Entry aside(long id, Wamid wamid, Instant at, DeliveryId delivery) {
        return new SetAsides.Entry(
                id,
                delivery,
                at,
                Optional.of(new NumberId("1\u0000")),
                Optional.of(wamid),
                1,
                SetAside.NO_SENDER,
                "why \u0000",
                "hash",
                "raw \u0000");
    }

    static Event inbound(CustomerId customer, NumberId number, String wamid, String text) {
        Inbound message = new Inbound(
                number,
                new Wamid(wamid),
                Instant.parse("2026-11-22T14:00:00Z"),
                new Content.Text(text),
                Optional.empty(),
                Optional.empty(),
                Inbound.Way.DIRECT);
        return new MessageEvent.InboundReceived(customer, message, new DeliveryId("20261122-1"));
    }
}
