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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the writer need not ask for, because one of its last batches saw or left them. They are true as long as nobody else has written: then the
 * journal's head, looked at under its lock, still stands where the last kept batch left it. Used by the writer's thread alone.
 */
final class Remembered {

    /** More than the customers a hub hears of in a busy hour; some megabytes. */
    private static final int MOST = 8_192;

    /** Their statuses come within seconds, and some messages are large. */
    private static final int MOST_MESSAGES = 1_024;

    final Recent<ConversationId, Conversation> conversations = new Recent<>(MOST);
    final Recent<Conversations.Pair, ConversationId> newest = new Recent<>(MOST);
    final Recent<MessageId, Message> messages = new Recent<>(MOST_MESSAGES);
    final Recent<Wamid, MessageId> wamids = new Recent<>(MOST_MESSAGES);
    final Recent<CustomerId, Customer> customers = new Recent<>(MOST);
    final Recent<Identity, CustomerId> identities = new Recent<>(MOST);
    final Recent<PersonId, Person> people = new Recent<>(MOST);

    private @Nullable Head head;

    /** Where the journal stands: its last number and when that was written, which two histories of one number do not share. */
    record Head(long seq, Instant at) {}

    /** A batch begins with the head locked here; until {@link #keptUpTo} all that is remembered counts as lost. */
    void beginAt(Head locked) {
        if (!locked.equals(head)) {
            List.of(conversations, newest, messages, wamids, customers, identities, people)
                    .forEach(Recent::clear);
        }
        head = null;
    }

    /** The batch is on the disk and left the head here, and what it saw and left has been put in here. */
    void keptUpTo(Head last) {
        head = last;
    }
}
