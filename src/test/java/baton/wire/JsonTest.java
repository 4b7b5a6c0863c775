// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Content;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.Inbound;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void idsAreBareAndAbsentThingsAreLeftOut() {
        Event event = new MessageEvent.InboundReceived(
                new CustomerId(7),
                new Inbound(
                        new NumberId("771940260085512"),
                        new Wamid("wamid.A"),
                        Instant.parse("2026-11-22T14:22:00Z"),
                        new Content.Text("안녕"),
                        Optional.empty(),
                        Optional.empty(),
                        Inbound.Way.DIRECT),
                new DeliveryId("d1"));

        String body = EventCodec.body(event);

        assertThat(body)
                .isEqualTo("{\"customer\":7,\"message\":{\"number\":\"771940260085512\",\"wamid\":\"wamid.A\","
                               + "\"sentAt\":\"2026-11-22T14:22:00Z\",\"content\":{\"is\":\"Text\",\"body\":\"안녕\"},\"way\":\"DIRECT\"},"
                               + "\"delivery\":\"d1\"}");
        assertThat(EventCodec.read("InboundReceived", body)).isEqualTo(event);
    }
}
