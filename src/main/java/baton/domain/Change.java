// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/** Something that is said about a message by its wamid, and that may arrive before the message itself. */
public sealed interface Change {

    /** A status; {@code participant} is who received it in a group. */
    record Status(
            Tick tick, Instant at, Optional<String> participant, Optional<Pricing> pricing, Optional<Failure> failure)
            implements Change {}

    /** A reaction, or its removal when the emoji is empty. */
    record Reaction(Author by, Optional<String> emoji, Instant at) implements Change {}

    /** New content in place of the old. */
    record Edit(Content content, Instant at) implements Change {}

    /** Deleted for everyone. */
    record Revoke(Instant at) implements Change {}
}
