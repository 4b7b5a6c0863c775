// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.List;
import java.util.Optional;

/** What a person asks the hub to do. Every command travels with a {@link CommandId} made by its sender. */
public sealed interface Command {

    /** Take the conversation: the exclusive right to reply (SPEC.md T4). */
    record Claim(ConversationId conversation) implements Command {}

    /** Let it go. */
    record Release(ConversationId conversation) implements Command {}

    /**
     * Answer the customer. {@code fence}: the claim written under and the newest customer message seen (SPEC.md B1).
     * {@code quote}: the message answered in context. {@code undoable}: hold it back for the undo time first.
     */
    record Reply(ConversationId conversation, Fence fence, Content content, Optional<MessageId> quote, boolean undoable)
            implements Command {}

    /** Write to the team, never to the customer. */
    record Note(ConversationId conversation, String text, List<PersonId> mentions) implements Command {
        public Note {
            mentions = List.copyOf(mentions);
        }
    }

    /** Close the conversation. */
    record Resolve(ConversationId conversation) implements Command {}

    /** Open it again. */
    record Reopen(ConversationId conversation) implements Command {}

    /** Whose customer this is; empty puts it back into the pool (SPEC.md T11). */
    record Assign(ConversationId conversation, Optional<PersonId> to) implements Command {}

    /** Everything up to this journal number has been looked at; the holder's look is told to the customer by blue ticks. */
    record MarkRead(ConversationId conversation, long upTo) implements Command {}

    /** Take back a reply that is not on its way yet (SPEC.md B10). */
    record Undo(MessageId message) implements Command {}

    /** Decide about an uncertain reply (SPEC.md C5). */
    record Settle(MessageId message, Settlement settlement) implements Command {}

    /** Treat two customers as one; can be undone (SPEC.md C9). */
    record Merge(CustomerId kept, CustomerId absorbed) implements Command {}

    /** Take a merge back. */
    record UndoMerge(CustomerId absorbed) implements Command {}

    /** Take a delivery in again whose entries were set aside, now that the reason is mended (SPEC.md B2). */
    record Replay(DeliveryId delivery) implements Command {}

    /**
     * Let an entry that was set aside rest, since it is nothing (SPEC.md B2). {@code entry}: the number of the event that set it aside;
     * {@code why}: 1 to 300 characters.
     */
    record PutAway(long entry, String why) implements Command {}

    /** Let somebody sign in. The password travels beside the command and never into the journal. */
    record AddPerson(PersonId person, String displayName, Role role) implements Command {}

    /** Give somebody another role. */
    record ChangeRole(PersonId person, Role role) implements Command {}

    /** Somebody may no longer sign in. */
    record RemovePerson(PersonId person) implements Command {}
}
