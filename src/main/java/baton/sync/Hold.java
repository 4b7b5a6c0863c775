// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ClaimNumber;
import baton.domain.PersonId;
import java.time.Instant;

/**
 * Who has a conversation, as far as this desk has heard. {@code until}: by the hub's clock, whichever ends first, lease or
 * patience (SPEC.md T4, T5); in the past it <em>means</em> free. {@code mine}: it is this desk's person.
 */
public record Hold(ClaimNumber claim, PersonId holder, String holderName, Instant until, boolean mine) {}
