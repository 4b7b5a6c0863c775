// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.Inbound;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.NumberId;
import baton.domain.Sending;
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

    /** As a message was stored, and told, before misses were counted. */
    @Test
    void aSendingOfAnEarlierReleaseHasNoMisses() {
        Sending queued = Sending.queued(new Fence(new ClaimNumber(3), 2), Instant.parse("2026-11-22T14:00:00Z"));
        String now = Json.MAPPER.writeValueAsString(queued);
        String earlier = now.replace(",\"misses\":{}", "");
        assertThat(earlier).isNotEqualTo(now);
        assertThat(Json.MAPPER.readValue(earlier, Sending.class)).isEqualTo(queued);

        Sending missed = queued.postponed(Failure.ofTransport("no"), queued.dueAt());
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(missed), Sending.class))
                .isEqualTo(missed);
    }

    /** As a message was stored, and told, before removals were remembered. */
    @Test
    void marksOfAnEarlierReleaseRememberNoRemoval() {
        String now = Json.MAPPER.writeValueAsString(Message.Marks.NONE);
        String earlier = now.replace("\"removals\":[],", "");
        assertThat(earlier).isNotEqualTo(now);
        assertThat(Json.MAPPER.readValue(earlier, Message.Marks.class)).isEqualTo(Message.Marks.NONE);
    }
}
