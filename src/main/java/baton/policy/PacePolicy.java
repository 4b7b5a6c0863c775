// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Customer;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast we write (SPEC.md C4): {@code perSecond} messages a second per business number, {@code newPerMinute} a minute to
 * a new customer, and the platform's own limit per pair (WHATSAPP.md 9: one each 6 s, some at once).
 */
public record PacePolicy(int perSecond, int newPerMinute) {

    public static final PacePolicy DEFAULT = new PacePolicy(15, 5);

    /** How long a customer counts as new. */
    public static final Duration NEW_FOR = Duration.ofHours(24);

    /** At most so many to one customer at once before the pair limit of one each {@link #PAIR_EVERY} counts. */
    public static final int PAIR_AT_ONCE = 10;

    public static final Duration PAIR_EVERY = Duration.ofSeconds(6);

    /** Refuses anything outside 1 to 1,000 a second and 1 to 600 a minute with an {@link IllegalArgumentException}. */
    public PacePolicy {
        if (perSecond < 1 || perSecond > 1_000) {
            throw new IllegalArgumentException("Messages per second must be 1 to 1,000, but was " + perSecond);
        }
        if (newPerMinute < 1 || newPerMinute > 600) {
            throw new IllegalArgumentException(
                    "Messages per minute to a new customer must be 1 to 600, but was " + newPerMinute);
        }
    }

    /** Whether the customer is new: first seen under 24 h ago. */
    public static boolean isNew(Customer customer, Instant now) {
        return now.isBefore(customer.firstSeenAt().plus(NEW_FOR));
    }
}
