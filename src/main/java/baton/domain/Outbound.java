// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/** A reply the hub has taken: from which number to whom, what it says, not before {@code dueAt} (later than now while it can be undone). */
public record Outbound(NumberId number, CustomerId customer, Content content, Optional<Wamid> quote, Instant dueAt) {}
