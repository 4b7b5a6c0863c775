// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;

/** What can go wrong with a Graph call on demand. */
sealed interface Fault {
    /** The call is done, the answer comes late. */
    record Hang(Duration length) implements Fault {}

    /** The connection breaks without an answer, after the message was accepted or before. */
    record Cut(boolean accepted) implements Fault {}

    /** A gateway's page instead of JSON, after the message was accepted or before. */
    record Page(boolean accepted) implements Fault {}

    /** A refusal with this code; nothing is accepted. */
    record Refuse(GraphError error) implements Fault {}
}
