// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.Conversation;
import baton.domain.Event;
import baton.domain.Recorded;
import baton.policy.ConversationFold;
import baton.run.Secret;
import baton.whatsapp.Delivery;
import baton.whatsapp.NotJson;
import baton.whatsapp.Signature;
import baton.whatsapp.WebhookCodec;
import baton.wire.Answers;
import baton.wire.EventCodec;
import baton.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a delivery goes through inside a process, step by step; each with its floor. JMH makes a subclass, so it is open. */
@State(Scope.Thread)
public class Pieces {

    private static final int EVENTS = 100;
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    private final JsonMapper plain = JsonMapper.builder().build();
    private final byte[] body = new Deliveries("none", Hub.SECRET, 1, "p").body(NOW);
    private final Signature signature = new Signature(new Secret(Hub.SECRET));
    private final String header = signature.header(body);
    private final Mac mac = mac();
    private final Recorded line = JournalLines.text(3);
    private final String kind = EventCodec.kind(line.event());
    private final String written = EventCodec.body(line.event());
    private final Optional<Conversation> before = ConversationFold.fold(Optional.empty(), JournalLines.opened());
    private final Answers.Feed feed = new Answers.Feed(
            EVENTS + 2,
            NOW,
            "journal",
            LongStream.range(0, EVENTS)
                    .mapToObj(i -> Answers.FeedEvent.of(JournalLines.text(3 + i)))
                    .toList(),
            List.of());
    private final JsonNode feedTree = plain.readTree(Json.MAPPER.writeValueAsBytes(feed));

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Hub.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Benchmark
    public Signature.Match signature() {
        return signature.check(body, header);
    }

    @Benchmark
    public byte[] signatureFloor() {
        return mac.doFinal(body);
    }

    @Benchmark
    public Delivery webhook() throws NotJson {
        return WebhookCodec.read(body);
    }

    @Benchmark
    public JsonNode webhookFloor() {
        return plain.readTree(body);
    }

    @Benchmark
    public Event event() {
        return EventCodec.read(kind, EventCodec.body(line.event()));
    }

    /** A tree read and written: JSON without any meaning. */
    @Benchmark
    public String eventFloor() {
        return plain.writeValueAsString(plain.readTree(written));
    }

    @Benchmark
    public Optional<Conversation> fold() {
        return ConversationFold.fold(before, line);
    }

    /** One copy of the conversation. */
    @Benchmark
    public Conversation foldFloor() {
        return before.orElseThrow().at(line);
    }

    @Benchmark
    public byte[] feed() {
        return Json.MAPPER.writeValueAsBytes(feed);
    }

    @Benchmark
    public byte[] feedFloor() {
        return plain.writeValueAsBytes(feedTree);
    }
}
