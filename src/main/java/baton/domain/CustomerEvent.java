// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/** Who the customers are, and how they were recognised (SPEC.md C9). */
public sealed interface CustomerEvent extends Event {

    /** Somebody wrote whom we did not know; the customer's id is this event's number. */
    record CustomerAppeared(Sender sender) implements CustomerEvent {}

    /** A known customer has one more identity; taken from {@code replaced} when that one is gone for good. */
    record CustomerIdentified(CustomerId customer, Identity identity, Optional<Identity> replaced)
            implements CustomerEvent {}

    /** The profile name or user name changed. */
    record CustomerRenamed(CustomerId customer, Optional<String> name, Optional<String> username)
            implements CustomerEvent {}

    /** Two customers may be one person; a person decides. */
    record MergeOffered(CustomerId customer, CustomerId other, String why) implements CustomerEvent {}

    /** {@code absorbed} is an alias of {@code kept} from now on; nothing is rewritten, so it can be undone. */
    record CustomersMerged(CustomerId kept, CustomerId absorbed) implements CustomerEvent {}

    /** The alias is taken back. */
    record MergeUndone(CustomerId kept, CustomerId absorbed) implements CustomerEvent {}

    /**
     * The customer stopped or resumed marketing messages (WHATSAPP.md 1.6, user_preferences). {@code chosenAt}: as Meta tells, to the second;
     * empty when it told no time that can be, or when a hub recorded it that did not say so yet.
     */
    record MarketingChosen(CustomerId customer, boolean welcome, Optional<Instant> chosenAt) implements CustomerEvent {}
}
