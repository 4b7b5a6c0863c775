// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/** One conversation with one customer on one business number, as the journal has it up to {@code version}. */
public record Conversation(
        ConversationId id,
        long version,
        CustomerId customer,
        NumberId number,
        boolean open,
        Instant changedAt,
        Claim claim,
        Optional<PersonId> assignee,
        Traffic traffic) {

    public Conversation withClaim(Claim next) {
        return new Conversation(id, version, customer, number, open, changedAt, next, assignee, traffic);
    }

    public Conversation withOpen(boolean next) {
        return new Conversation(id, version, customer, number, next, changedAt, claim, assignee, traffic);
    }

    public Conversation withAssignee(Optional<PersonId> next) {
        return new Conversation(id, version, customer, number, open, changedAt, claim, next, traffic);
    }

    public Conversation withTraffic(Traffic next) {
        return new Conversation(id, version, customer, number, open, changedAt, claim, assignee, next);
    }

    public Conversation at(Recorded recorded) {
        return new Conversation(id, recorded.seq(), customer, number, open, recorded.at(), claim, assignee, traffic);
    }
}
