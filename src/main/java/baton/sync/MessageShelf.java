// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.store.Replica;
import baton.store.StoreException;
import baton.wire.Answers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages of messages, from the replica and, when wanted, from the hub through the replica. Safe from any thread. */
final class MessageShelf {
    private static final Logger LOG = LoggerFactory.getLogger(MessageShelf.class);

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

    /**
     * The same page, fetched as far as the hub answers. Waits for it. What the disk has no room for is in this page all the same, and
     * fetched again the next time.
     */
    MessagePage fetch(ConversationId conversation, Optional<MessageId> before, int limit) {
        MessagePage page = page(conversation, before, limit);
        for (int attempt = 0; isShort(page, limit) && attempt < ATTEMPTS; attempt++) {
            int generation = replica.generation();
            int missing = Math.clamp(limit - page.messages().size(), LEAST, MOST);
            OptionalLong end = OptionalLong.of(replica.extent(conversation));
            if (!(client.messages(conversation, end, missing)
                    instanceof HubReply.Answered<Answers.Messages> answered)) {
                return page;
            }
            Answers.Messages found = answered.value();
            boolean isBeginning = found.messages().size() < missing;
            Replica.Mark upTo = LineMark.at(found.upTo(), found.last());
            try {
                replica.take(new Replica.Fetched(conversation, upTo, found.messages(), isBeginning, generation));
            } catch (StoreException full) {
                LOG.warn("Messages of conversation {} are shown, but could not be kept", conversation, full);
                return with(page, before, found.messages());
            }
            page = page(conversation, before, limit);
        }
        return page;
    }

    private static boolean isShort(MessagePage page, int limit) {
        return page.older() == MessagePage.Older.AT_HUB && page.messages().size() < limit;
    }

    /** With what comes before it, as far as it was asked for. */
    private static MessagePage with(MessagePage page, Optional<MessageId> before, List<Message> unkept) {
        Stream<Message> wanted = unkept.stream()
                .filter(message ->
                        before.map(end -> message.id().compareTo(end) < 0).orElse(true));
        return new MessagePage(
                page.conversation(),
                Stream.concat(wanted, page.messages().stream()).toList(),
                page.outgoing(),
                page.older());
    }
}
