// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Wamid;
import java.util.List;

/**
 * Rows that the writer need not ask for, because one of its last batches saw or left them. They are true as long as nobody else has written: then the
 * journal's head, looked at under its lock, still has the number that the last kept batch gave it. Used by the writer's thread alone.
 */
final class Remembered {

    private static final long NOTHING = -1;

    final Recent<ConversationId, Conversation> conversations = new Recent<>();
    final Recent<Conversations.Pair, ConversationId> newest = new Recent<>();
    final Recent<MessageId, Message> messages = new Recent<>();
    final Recent<Wamid, MessageId> wamids = new Recent<>();
    final Recent<CustomerId, Customer> customers = new Recent<>();
    final Recent<Identity, CustomerId> identities = new Recent<>();
    final Recent<PersonId, Person> people = new Recent<>();

    private long head = NOTHING;

    /** A batch begins with the head locked at this number; until {@link #keptUpTo} all that is remembered counts as lost. */
    void beginAt(long locked) {
        if (head != locked) {
            List.of(conversations, newest, messages, wamids, customers, identities, people)
                    .forEach(Recent::clear);
        }
        head = NOTHING;
    }

    /** The batch is on the disk with its last line, and what it saw and left has been put in here. */
    void keptUpTo(long last) {
        head = last;
    }
}
