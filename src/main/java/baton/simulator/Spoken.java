// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a customer writes.
 *
 * @param payload the object named like the type
 * @param replyTo the message it quotes
 * @param extra further properties of the message, such as {@code referral} or {@code errors}
 * @param ago how long before now it was written
 */
record Spoken(String type, ObjectNode payload, Optional<String> replyTo, ObjectNode extra, Duration ago) {
    static Spoken text(String text) {
        return of("text", Json.object().put("body", text));
    }

    static Spoken of(String type, ObjectNode payload) {
        return new Spoken(type, payload, Optional.empty(), Json.object(), Duration.ZERO);
    }

    Spoken replyingTo(Optional<String> wamid) {
        return new Spoken(type, payload, wamid, extra, ago);
    }

    Spoken with(ObjectNode newExtra) {
        return new Spoken(type, payload, replyTo, newExtra, ago);
    }

    Spoken written(Duration before) {
        return new Spoken(type, payload, replyTo, extra, before);
    }
}
