// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.sync.Hold;
import java.time.Duration;
import java.util.Optional;

/** How this desk's person stands to the open conversation. {@code window}: what is left of the service window, empty when closed. */
public sealed interface Standing {
    /** No conversation is open. */
    record Nothing() implements Standing {}

    /** Nobody has it. */
    record Free(Optional<Duration> window) implements Standing {}

    /** The person has it for {@code left} more. */
    record Mine(Hold hold, Duration left, Optional<Duration> window) implements Standing {}

    /** A colleague has it. */
    record Other(String holder, Duration left) implements Standing {}

    /** It is closed. */
    record Resolved() implements Standing {}

    /** This role reads numbers, not messages. */
    record Looking() implements Standing {}
}
