// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.store.Replica;
import baton.wire.Answers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Pages of messages, from the replica and, when wanted, from the hub through the replica. Safe from any thread. */
final class MessageShelf {
    /** Enough that a page is asked for once, and as many as a hub gives at most. */
    private static final int LEAST = 50;

    private static final int MOST = 200;
    private static final int ATTEMPTS = 5;

    private final Replica replica;
    private final Outbox outbox;
    private final HubClient client;

    MessageShelf(Replica replica, Outbox outbox, HubClient client) {
        this.replica = replica;
        this.outbox = outbox;
        this.client = client;
    }

    MessagePage page(ConversationId conversation, Optional<MessageId> before, int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("A page has 1 to 500 messages, not " + limit);
        }
        long below = before.map(MessageId::value).orElse(Long.MAX_VALUE);
        List<Outgoing> outgoing = before.isEmpty() ? outbox.bubbles(conversation) : List.of();
        List<Message> found = replica.messages(conversation, below, limit + 1);
        if (found.size() > limit) {
            return new MessagePage(conversation, found.subList(1, found.size()), outgoing, MessagePage.Older.HERE);
        }
        MessagePage.Older older = replica.extent(conversation) == 0 ? MessagePage.Older.NONE : MessagePage.Older.AT_HUB;
        return new MessagePage(conversation, found, outgoing, older);
    }

    /** The same page, fetched as far as the hub answers. Waits for it. */
    MessagePage fetch(ConversationId conversation, Optional<MessageId> before, int limit) {
        MessagePage page = page(conversation, before, limit);
        int attempt = 0;
        while (page.older() == MessagePage.Older.AT_HUB && page.messages().size() < limit && attempt < ATTEMPTS) {
            if (!isFetched(conversation, limit - page.messages().size())) {
                return page;
            }
            page = page(conversation, before, limit);
            attempt++;
        }
        return page;
    }

    /** False when the hub did not answer; a page that came too late counts as an attempt. */
    private boolean isFetched(ConversationId conversation, int missing) {
        int limit = Math.max(LEAST, Math.min(MOST, missing));
        int generation = replica.generation();
        OptionalLong before = OptionalLong.of(replica.extent(conversation));
        if (!(client.messages(conversation, before, limit) instanceof HubReply.Answered<Answers.Messages> answered)) {
            return false;
        }
        Answers.Messages found = answered.value();
        replica.take(new Replica.Fetched(
                conversation,
                LineMark.at(found.upTo(), found.last()),
                found.messages(),
                found.messages().size() < limit,
                generation));
        return true;
    }
}
