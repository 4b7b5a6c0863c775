// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.Optional;

/** What can go wrong with a Graph call on demand. */
sealed interface Fault {
    /** The call is done, the answer comes late. */
    record Hang(Duration length) implements Fault {}

    /** The connection breaks without an answer, after the message was accepted or before. */
    record Cut(boolean accepted) implements Fault {}

    /** A gateway's page instead of JSON, after the message was accepted or before. */
    record Page(boolean accepted) implements Fault {}

    /** A refusal with this code; nothing is accepted, or it is all the same. */
    record Refuse(GraphError error, boolean accepted) implements Fault {}

    /** A yes with this id, which belongs to something else, or with none; the message was accepted or not. */
    record Lie(Optional<String> id, boolean accepted) implements Fault {}
}
