// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the app gets the account's webhooks, and at which address (Cloud API 1.4, 8.8). Thread-safe. */
final class Subscription {
    private static final String APP_ID = "550120093312468";

    private final HubCall hub;
    private final BusinessLine line;
    private volatile URI home;
    private volatile boolean active = true;

    Subscription(HubCall hub, BusinessLine line) {
        this.hub = hub;
        this.line = line;
        this.home = hub.address();
    }

    /** The hub has moved: its new address is the app's callback. */
    void moveTo(URI webhook) {
        home = webhook;
        hub.pointAt(webhook);
    }

    String appId() {
        return APP_ID;
    }

    /** Without a subscription nothing is delivered: the most frequent reason for "handshake fine, no messages". */
    boolean active() {
        return active;
    }

    /** The app's own callback, whatever overrides it. */
    URI home() {
        return home;
    }

    URI address() {
        return hub.address();
    }

    Optional<Answer> answer(Call call, Function<GraphError, Answer> no) {
        return switch (call.method()) {
            case "GET" -> Optional.of(Answer.ok(list()));
            case "POST" -> {
                active = true;
                yield Optional.of(override(Json.readObject(call.body().array()).orElse(Json.object()), no));
            }
            case "DELETE" -> {
                active = false;
                yield Optional.of(Answer.success());
            }
            default -> Optional.empty();
        };
    }

    /** {@code POST /{phone-number-id}} with a {@code webhook_configuration}; an empty address removes the override. */
    Answer configure(Call call, Function<GraphError, Answer> no) {
        JsonNode request = Json.readObject(call.body().array()).orElse(Json.object());
        return override(request.path("webhook_configuration"), no);
    }

    private Answer override(JsonNode request, Function<GraphError, Answer> no) {
        String address = Json.text(request, "override_callback_uri");
        if (address.isEmpty()) {
            hub.pointAt(home);
            return Answer.success();
        }
        try {
            hub.pointAt(SimulatorSettings.webhook(URI.create(address)));
            return Answer.success();
        } catch (IllegalArgumentException noAddress) {
            return no.apply(GraphError.of(100, "override_callback_uri: " + noAddress.getMessage()));
        }
    }

    private ObjectNode list() {
        ObjectNode root = Json.object();
        var data = root.putArray("data");
        if (active) {
            ObjectNode app = data.addObject();
            app.putObject("whatsapp_business_api_data")
                    .put("id", APP_ID)
                    .put("name", "Invented Desk for " + line.displayNumber())
                    .put("link", "https://apps.example/");
            if (!hub.address().equals(home)) {
                app.put("override_callback_uri", hub.address().toString());
            }
        }
        return root;
    }
}
