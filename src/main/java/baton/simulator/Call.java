// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read whole: method, decoded path segments, query, headers, body bytes. */
record Call(
        String method, List<String> path, Map<String, String> query, Headers headers, Bytes body, boolean tooLarge) {
    /** Documents of 100 MB may be uploaded (Cloud API 5.2), plus the multipart frame around them. */
    static final int MOST_BYTES = 105 * 1024 * 1024;

    static Call read(HttpExchange exchange) throws IOException {
        String rawPath = exchange.getRequestURI().getRawPath();
        String rawQuery = exchange.getRequestURI().getRawQuery();
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MOST_BYTES + 1);
        }
        return new Call(
                exchange.getRequestMethod(),
                segments(rawPath),
                query(rawQuery == null ? "" : rawQuery),
                exchange.getRequestHeaders(),
                Bytes.of(body),
                body.length > MOST_BYTES);
    }

    private static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(Call::decode)
                .toList();
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decodeQuery(pair.substring(0, equals)), decodeQuery(pair.substring(equals + 1)));
            }
        }
        return Map.copyOf(query);
    }

    /** In a path a plus is a plus, as in {@code /simulator/phones/+44…}. */
    private static String decode(String text) {
        return decodeQuery(text.replace("+", "%2B"));
    }

    private static String decodeQuery(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    Call withPath(List<String> newPath) {
        return new Call(method, newPath, query, headers, body, tooLarge);
    }

    /** A segment, or empty text where the path ends before it. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    boolean is(String wantedMethod, int wantedSegments) {
        return method.equals(wantedMethod) && path.size() == wantedSegments;
    }

    /** The bearer token, also in Meta's older spelling {@code OAuth} or as a query parameter; empty when there is none. */
    String token() {
        String header = header("Authorization");
        for (String scheme : List.of("Bearer ", "OAuth ")) {
            if (header.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return header.substring(scheme.length()).strip();
            }
        }
        return parameter("access_token").orElse("");
    }
}
