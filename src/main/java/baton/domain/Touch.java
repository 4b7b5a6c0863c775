// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What the volatile lane knows of a holder: when they last touched the conversation and how far typing has stretched the
 * lease. Never in the journal; lost touches only make a hold end earlier.
 */
public record Touch(ConversationId conversation, PersonId person, Instant lastInput, Optional<Instant> leaseUntil) {}
