// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Control calls about the way to the hub: handshake, raw deliveries, its address, the weather. */
final class HubControl {
    private final HubCall hub;
    private final Subscription subscription;
    private final Carrier carrier;
    private final Deliverer deliverer;
    private final Network network;
    private final Recipients recipients;
    private final AtomicInteger challenges = new AtomicInteger(874_413_900);

    /** What lies between the platform and the hub. */
    record Way(HubCall hub, Subscription subscription, Carrier carrier, Deliverer deliverer) {}

    HubControl(Way way, Network network, Recipients recipients) {
        this.hub = way.hub();
        this.subscription = way.subscription();
        this.carrier = way.carrier();
        this.deliverer = way.deliverer();
        this.network = network;
        this.recipients = recipients;
    }

    /** {@code good}: the hub answered 200 with exactly the challenge. */
    Answer handshake() {
        String challenge = Integer.toString(challenges.incrementAndGet());
        HubCall.Reply reply = hub.handshake(challenge);
        boolean good = reply.status() == 200 && reply.body().equals(challenge);
        return Answer.ok(describe(reply).put("good", good));
    }

    /** Posts the body once, as it is: signed, under a wrong signature ({@code ?signature=wrong}) or none ({@code ?signature=none}). */
    Answer deliver(Call call) {
        HubCall.Reply reply = switch (call.parameter("signature").orElse("right")) {
            case "none" -> hub.post(call.body(), "");
            case "wrong" -> hub.post(call.body(), "sha256=" + "0".repeat(64));
            default -> hub.post(call.body());
        };
        return Answer.ok(describe(reply));
    }

    Answer moveTo(ObjectNode json) {
        try {
            subscription.moveTo(SimulatorSettings.webhook(URI.create(Json.text(json, "url"))));
            return Answer.success();
        } catch (IllegalArgumentException noAddress) {
            return Answer.refused(400, "url: " + noAddress.getMessage());
        }
    }

    void weather(Weather weather) {
        carrier.change(weather);
        network.weather(weather);
    }

    ObjectNode state() {
        Deliverer.Counts counts = deliverer.counts();
        return Json.object()
                .put("hub", hub.address().toString())
                .put("subscribed", subscription.active())
                .put("weather", carrier.weather().name().toLowerCase(Locale.ROOT))
                .put("webhooksDelivered", counts.delivered())
                .put("webhooksWaiting", counts.waiting())
                .put("webhooksRetried", counts.failedTries())
                .put("webhooksDropped", counts.dropped())
                .put("sentWithoutPlus", recipients.withoutPlus());
    }

    private static ObjectNode describe(HubCall.Reply reply) {
        return Json.object().put("status", reply.status()).put("body", reply.body());
    }
}
