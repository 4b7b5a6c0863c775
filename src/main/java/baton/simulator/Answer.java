// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes back to a caller: a body, or nothing but a broken connection. */
sealed interface Answer {
    record Body(int status, String contentType, Bytes bytes, Map<String, String> headers) implements Answer {
        Body(int status, String contentType, Bytes bytes) {
            this(status, contentType, bytes, Map.of());
        }
    }

    /** The connection ends without an answer. */
    record Cut() implements Answer {}

    /** The same answer with these headers, where there is an answer at all. */
    default Answer with(Map<String, String> headers) {
        return switch (this) {
            case Cut cut -> cut;
            case Body body -> new Body(body.status(), body.contentType(), body.bytes(), headers);
        };
    }

    /** What the caller gets instead of this answer. */
    default Answer replacedBy(Answer other) {
        return other;
    }

    static Answer json(int status, JsonNode body) {
        return new Body(status, "application/json; charset=UTF-8", Bytes.of(Json.bytes(body)));
    }

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Answer success() {
        return ok(Json.object().put("success", true));
    }

    static Answer html(int status, String html) {
        return new Body(status, "text/html; charset=utf-8", Bytes.of(html.getBytes(StandardCharsets.UTF_8)));
    }

    static Answer media(String mimeType, Bytes bytes) {
        return new Body(200, mimeType, bytes);
    }

    /** A "no" of the control door, in one sentence. */
    static Answer refused(int status, String why) {
        return json(status, Json.object().put("error", why));
    }
}
