// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the door sends back: status, type, body, and headers beside the usual ones. Nobody changes the body any more. */
final class Reply {
    private static final String JSON = "application/json";

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private Reply(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    static Reply json(Object answer) {
        return json(200, answer);
    }

    static Reply json(int status, Object answer) {
        return new Reply(status, JSON, Json.MAPPER.writeValueAsBytes(answer), Map.of());
    }

    /** Bytes that are JSON already. */
    static Reply rawJson(byte[] body) {
        return new Reply(200, JSON, body, Map.of());
    }

    static Reply text(String type, String text) {
        return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Reply nothing() {
        return new Reply(204, "", new byte[0], Map.of());
    }

    Reply with(Map<String, String> more) {
        return new Reply(status, type, body, more);
    }

    int status() {
        return status;
    }

    /** The content type; empty when there is no body. */
    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
