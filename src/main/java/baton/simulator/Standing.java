// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the pretend business stands with Meta: what a set-up can get wrong is put here by control (docs/simulator.md). Thread-safe. */
final class Standing {
    /** Everything that can be changed. {@code expires}: seconds since 1970, 0 = never. */
    record State(
            List<String> scopes,
            long expires,
            boolean tokenValid,
            String status,
            String quality,
            String canSend,
            String mode,
            List<String> fields) {

        static final State GOOD = new State(
                List.of("whatsapp_business_management", "whatsapp_business_messaging"),
                0,
                true,
                "CONNECTED",
                "GREEN",
                "AVAILABLE",
                "LIVE",
                List.of(
                        "messages",
                        "account_update",
                        "account_alerts",
                        "phone_number_quality_update",
                        "message_template_status_update",
                        "template_category_update",
                        "business_capability_update",
                        "standby",
                        "messaging_handovers",
                        "user_preferences",
                        "security"));
    }

    private volatile State state = State.GOOD;

    State now() {
        return state;
    }

    /** {@code {"scopes", "expires", "tokenValid", "status", "quality", "canSend", "mode", "fields"}}: what is left out stands as it should. */
    Answer change(ObjectNode json) {
        State good = State.GOOD;
        state = new State(
                texts(json, "scopes").orElse(good.scopes()),
                json.path("expires").asLong(good.expires()),
                json.path("tokenValid").asBoolean(good.tokenValid()),
                Json.optional(json, "status").orElse(good.status()),
                Json.optional(json, "quality").orElse(good.quality()),
                Json.optional(json, "canSend").orElse(good.canSend()),
                Json.optional(json, "mode").orElse(good.mode()),
                texts(json, "fields").orElse(good.fields()));
        return Answer.success();
    }

    private static Optional<List<String>> texts(JsonNode json, String name) {
        JsonNode list = json.path(name);
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString("")));
        return Optional.of(List.copyOf(texts));
    }
}
