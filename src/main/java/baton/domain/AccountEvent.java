// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Map;
import java.util.Optional;

/** What Meta says about our own account, numbers and templates, and what we could not place. */
public sealed interface AccountEvent extends Event {

    /** An account-level webhook (WHATSAPP.md 1.6): its field, its flat facts, the value as delivered, and its hash. */
    record AccountNoticed(String field, Optional<NumberId> number, Map<String, String> facts, String raw, String hash)
            implements AccountEvent {
        public AccountNoticed {
            facts = Map.copyOf(facts);
        }
    }

    /** An error outside any message (WHATSAPP.md 2.25). */
    record PlatformErrorSeen(NumberId number, Failure failure) implements AccountEvent {}

    /** One entry of a delivery could not be placed; it is kept with its reason and can be replayed (SPEC.md
     * B2). {@code hash}: SHA-256 of the entry, by which a second delivery of it is known. */
    record EntrySetAside(DeliveryId delivery, Optional<NumberId> number, SetAside reason, String why, String hash)
            implements AccountEvent {}

    /**
     * A person looked at what was set aside and decided that it is nothing. {@code entry}: the number of the event that set it aside;
     * {@code why}: 1 to 300 characters. Nothing is deleted; a replay of its delivery takes this back.
     */
    record EntryPutAway(long entry, DeliveryId delivery, String why) implements AccountEvent {}

    /** A delivery or entry that was set aside has been taken in again. */
    record SetAsideReplayed(DeliveryId delivery) implements AccountEvent {}
}
