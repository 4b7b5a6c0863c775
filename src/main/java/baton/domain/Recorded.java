// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal: its number, the database's time (never lower than the line before), the conversation it
 * belongs to if any, who did it, and what happened.
 */
public record Recorded(long seq, Instant at, Optional<ConversationId> conversation, Actor actor, Event event) {}
