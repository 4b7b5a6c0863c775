// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import java.time.Instant;
import java.util.Optional;

/**
 * One list row, made once for each event that touches it. {@code customer}: whom they count as since they were merged.
 * {@code windowClosesAt}: when free text stops being possible (SPEC.md W1), also when that is over; empty if never open.
 */
public record ConversationRow(
        Conversation conversation, Customer customer, Optional<Hold> hold, Optional<Instant> windowClosesAt) {

    public ConversationId id() {
        return conversation.id();
    }

    /** The hold that is in force at {@code now} of {@link Workspace#now()}; a hold whose end has passed is none. */
    public Optional<Hold> heldAt(Instant now) {
        return hold.filter(held -> now.isBefore(held.until()));
    }
}
