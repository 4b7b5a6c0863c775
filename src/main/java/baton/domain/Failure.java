// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Optional;

/** Why the platform did not take or deliver a message: Meta's code, what it wrote, and its trace id for support. */
public record Failure(int code, String title, Optional<String> details, Optional<String> traceId) {

    /** A failure without a code of Meta's: the line, the gateway, ourselves. */
    public static Failure ofTransport(String title) {
        return new Failure(0, title, Optional.empty(), Optional.empty());
    }
}
