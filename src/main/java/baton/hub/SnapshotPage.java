// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Conversation;
import baton.domain.Customer;
import baton.store.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conversations with their customers, and the customers without any conversation, on one way down the journal: both are named by the line
 * they began with. {@code next}: where the page after it begins; empty when this is the last.
 */
record SnapshotPage(List<Conversation> conversations, List<Customer> customers, Optional<Long> next) {

    /**
     * At most {@code limit} conversations and as many customers without one. {@code page}: 0 for the first, what began up to line
     * {@code upTo}; else the {@code next} of the one before. What begins meanwhile is on no page and keeps nobody off one: whoever has all
     * pages knows every customer who appeared before the first.
     */
    static SnapshotPage read(Inbox inbox, long upTo, long page, int limit) {
        long before = page == 0 ? upTo + 1 : page;
        List<Conversation> newest = inbox.allConversations(before, limit);
        long reached = newest.size() < limit ? 0 : newest.getLast().id().value();
        List<Customer> alone = inbox.customersWithoutConversation(reached, before, Math.min(upTo, before), limit);
        long end = alone.size() < limit ? reached : alone.getLast().id().value();
        List<Conversation> conversations = newest.stream()
                .takeWhile(conversation -> conversation.id().value() >= end)
                .toList();
        List<Customer> customers = Stream.concat(inbox.customersOf(conversations).values().stream(), alone.stream())
                .distinct()
                .toList();
        return new SnapshotPage(conversations, customers, Optional.of(end).filter(id -> id > 0));
    }
}
