// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** An answer of the Graph API: its status, its JSON if it is any, the trace id for Meta's support, and when it was made. */
record GraphReply(int status, Optional<Fields> json, Optional<String> traceId, Optional<Instant> date) {
    private static final long LARGEST = 1L << 20;
    /** Meta's code 0 means the same, and with us 0 stands for failures without a code. */
    private static final int TOKEN_EXPIRED = 190;

    /** Reads at most 1 MiB: more is no answer of Meta's to what we ask. */
    static GraphReply read(Response response) throws IOException {
        try (ResponseBody body = response.peekBody(LARGEST)) {
            return new GraphReply(
                    response.code(),
                    json(body.bytes()),
                    Optional.ofNullable(response.header("x-fb-trace-id")),
                    Optional.ofNullable(response.headers().getInstant("Date")));
        }
    }

    boolean isOk() {
        return status / 100 == 2;
    }

    /** Meta's own error object, whatever the status (WHATSAPP.md 4.14); without a code it is none of Meta's. */
    Optional<Failure> failure() {
        return json.map(fields -> fields.at("error"))
                .filter(error -> error.decimal("code").isPresent())
                .map(this::failure);
    }

    /** What to say when there is neither an error object nor an answer. */
    Failure oddity() {
        return new Failure(0, "HTTP " + status + " without a readable answer", Optional.empty(), traceId);
    }

    private Failure failure(Fields error) {
        Failure failure = FailureReader.read(error);
        return new Failure(
                failure.code() == 0 ? TOKEN_EXPIRED : failure.code(),
                failure.title(),
                failure.details(),
                failure.traceId().or(() -> traceId));
    }

    private static Optional<Fields> json(byte[] body) {
        try {
            return BodyParser.parse(body);
        } catch (NotJson _) {
            return Optional.empty();
        }
    }
}
