// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.Map;

/**
 * A request that cannot be answered as asked: the HTTP status, one sentence for its sender, and headers that go with it.
 * Thrown by handlers, answered by the door.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> headers;

    Problem(int status, String sentence) {
        this(status, sentence, Map.of());
    }

    Problem(int status, String sentence, Map<String, String> headers) {
        super(sentence, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    static Problem malformed(String sentence) {
        return new Problem(400, sentence);
    }

    static Problem tooOften(String sentence, long seconds) {
        return new Problem(429, sentence, Map.of("Retry-After", Long.toString(seconds)));
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
