// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.Actor;
import baton.domain.Content;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.Inbound;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.domain.Recorded;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.Optional;

/** Lines of a journal as a hub writes them for texts of one customer. */
final class JournalLines {

    private static final Instant AT = Instant.parse("2026-11-22T05:00:00.123456Z");
    private static final CustomerId CUSTOMER = new CustomerId(1);
    private static final ConversationId CONVERSATION = new ConversationId(2);
    private static final NumberId NUMBER = new NumberId(Deliveries.NUMBER);

    private JournalLines() {}

    static Recorded opened() {
        return line(CONVERSATION.value(), new ConversationEvent.ConversationOpened(CUSTOMER, NUMBER));
    }

    /** The customer writes; {@code seq} from 3 on. */
    static Recorded text(long seq) {
        Inbound message = new Inbound(
                NUMBER,
                new Wamid("wamid.HBgNNDQ3NzEwMDAwMDAwMBUCABIYFDNBMDJGQzU2RjU4MTYyRUVEQz" + seq),
                AT,
                new Content.Text("Question " + seq + ": when does my parcel arrive? " + Sent.stamp(AT)),
                Optional.empty(),
                Optional.empty(),
                Inbound.Way.DIRECT);
        return line(seq, new MessageEvent.InboundReceived(CUSTOMER, message, new DeliveryId("d" + seq)));
    }

    private static Recorded line(long seq, Event event) {
        return new Recorded(seq, AT.plusSeconds(seq), Optional.of(CONVERSATION), new Actor.Platform(), event);
    }
}
