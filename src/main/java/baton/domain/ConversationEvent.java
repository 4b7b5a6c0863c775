// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Optional;

/** The life of a conversation. At most one is open per customer and business number, enforced by the store (SPEC.md C9). */
public sealed interface ConversationEvent extends Event {

    /** A conversation began; its id is this event's number. */
    record ConversationOpened(CustomerId customer, NumberId number) implements ConversationEvent {}

    /** A person closed it. */
    record ConversationResolved(PersonId by) implements ConversationEvent {}

    /** It is open again: by a person, or by the customer writing (then empty). */
    record ConversationReopened(Optional<PersonId> by) implements ConversationEvent {}

    /** Whose customer this is from now on; empty = back to the pool. Not the same as who holds it (SPEC.md T11). */
    record ConversationAssigned(Optional<PersonId> to) implements ConversationEvent {}

    /** A person looked at everything up to this journal number; the customer may be told so by blue ticks. */
    record ConversationRead(PersonId by, long upTo) implements ConversationEvent {}
}
