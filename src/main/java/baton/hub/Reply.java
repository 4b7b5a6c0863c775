// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What the door sends back: status, type, body, and headers beside the usual ones. Nobody changes the body any more. */
final class Reply {
    private static final String JSON = "application/json";

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;
    private final Optional<Writing> writing;

    /** Writes a body too large to be held; blocks as long as its reader is slow. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Reply(int status, String type, byte[] body, Map<String, String> headers) {
        this(status, type, body, headers, Optional.empty());
    }

    private Reply(int status, String type, byte[] body, Map<String, String> headers, Optional<Writing> writing) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.writing = writing;
    }

    /** A body that is written while it is sent; breaks the connection when that fails. */
    static Reply streamed(String type, Writing writing) {
        return new Reply(200, type, new byte[0], Map.of(), Optional.of(writing));
    }

    Optional<Writing> writing() {
        return writing;
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
