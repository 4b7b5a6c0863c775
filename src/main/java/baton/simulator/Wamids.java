// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes message ids: opaque to everybody else, but this platform reads the phone back out of its own. Repeatable for one start of the
 * clock; another run never makes the same ones, so a hub that was kept does not take new messages for old.
 */
final class Wamids {
    private static final String HEAD = "wamid.";

    private final String run;

    Wamids(long seed, long startMillis) {
        this.run = Long.toString(startMillis, 36) + Long.toString(seed & 0xffff, 36);
    }

    /** The id of a phone's n-th message. */
    String make(String phone, long number) {
        String inside = "baton-simulator:" + phone + ":" + run + ":" + Long.toString(number, 36);
        return HEAD + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.US_ASCII));
    }

    /** The phone a message of ours belongs to; empty for ids made elsewhere. */
    static Optional<String> phoneOf(String wamid) {
        if (!wamid.startsWith(HEAD)) {
            return Optional.empty();
        }
        try {
            byte[] inside = Base64.getDecoder().decode(wamid.substring(HEAD.length()));
            String[] parts = new String(inside, StandardCharsets.US_ASCII).split(":", -1);
            return parts.length == 4 ? Optional.of(parts[1]) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
