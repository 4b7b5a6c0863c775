// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.store.Replica;
import baton.store.StoreException;
import baton.store.Stretch;
import baton.wire.Answers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    private final Disk disk;
    private final Link link;

    MessageShelf(Replica replica, Outbox outbox, HubClient client, Disk disk, Link link) {
        this.replica = replica;
        this.outbox = outbox;
        this.client = client;
        this.disk = disk;
        this.link = link;
    }

    MessagePage page(ConversationId conversation, Optional<MessageId> before, int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("A page has 1 to 500 messages, not " + limit);
        }
        long below = before.map(MessageId::value).orElse(Long.MAX_VALUE);
        List<Outgoing> outgoing = before.isEmpty() ? outbox.bubbles(conversation) : List.of();
        Stretch found = replica.messages(conversation, below, limit + 1);
        List<Message> messages = found.messages();
        if (messages.size() > limit) {
            return new MessagePage(
                    conversation, messages.subList(1, messages.size()), outgoing, MessagePage.Older.HERE);
        }
        MessagePage.Older older = found.isWhole() ? MessagePage.Older.NONE : MessagePage.Older.AT_HUB;
        return new MessagePage(conversation, messages, outgoing, older);
    }

    /** The same page, fetched as far as the hub answers. Waits for it. What there is no room for on the disk is in this page all the same. */
    MessagePage fetch(ConversationId conversation, Optional<MessageId> before, int limit) {
        try {
            return keep(conversation, before, limit);
        } catch (StoreException full) {
            LOG.warn("Messages of conversation {} are shown, but could not be kept", conversation, full);
            if (!disk.hasRoom()) {
                link.unwritable(String.valueOf(full.getMessage()));
            }
            return unkept(page(conversation, before, limit), before, Math.min(limit, MOST));
        }
    }

    /** How often the copy was begun anew: what was kept before is gone. */
    int generation() {
        return replica.generation();
    }

    /** The same page, kept; throws a {@link StoreException} when there is no room for it. */
    MessagePage keep(ConversationId conversation, Optional<MessageId> before, int limit) {
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

    /**
     * False when the hub did not answer, or the copy has not begun; a page that came too late counts as an attempt, and so does one that
     * others brought meanwhile.
     */
    private boolean isFetched(ConversationId conversation, int missing) {
        int limit = Math.max(LEAST, Math.min(MOST, missing));
        int generation = replica.generation();
        OptionalLong end = replica.extent(conversation);
        if (end.isEmpty()) {
            return false;
        }
        if (end.getAsLong() == 0) {
            return true;
        }
        if (!(client.messages(conversation, end, limit) instanceof HubReply.Answered<Answers.Messages> answered)) {
            return false;
        }
        Answers.Messages found = answered.value();
        Replica.Mark upTo = LineMark.at(found.upTo(), found.last());
        replica.take(new Replica.Fetched(
                conversation,
                upTo,
                end.getAsLong(),
                found.messages(),
                found.messages().size() < limit,
                generation));
        return true;
    }

    /** As the hub has it, or what is here if it does not answer. */
    private MessagePage unkept(MessagePage here, Optional<MessageId> before, int limit) {
        OptionalLong end = before.map(id -> OptionalLong.of(id.value())).orElse(OptionalLong.empty());
        if (!(client.messages(here.conversation(), end, limit)
                instanceof HubReply.Answered<Answers.Messages> answered)) {
            return here;
        }
        List<Message> messages = answered.value().messages();
        MessagePage.Older older = messages.size() < limit ? MessagePage.Older.NONE : MessagePage.Older.AT_HUB;
        return new MessagePage(here.conversation(), messages, here.outgoing(), older);
    }
}
