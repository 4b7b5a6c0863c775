// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Optional;

/** Why the platform did not take or deliver a message: Meta's code, what it wrote, and its trace id for support. */
public record Failure(int code, String title, Optional<String> details, Optional<String> traceId) {

    /** Stands for a code where Meta gave none: the line, the gateway, ourselves. In Meta's own answers it means the token. */
    public static final int NO_CODE = 0;

    /** A failure without a code of Meta's. */
    public static Failure ofTransport(String title) {
        return new Failure(NO_CODE, title, Optional.empty(), Optional.empty());
    }
}
