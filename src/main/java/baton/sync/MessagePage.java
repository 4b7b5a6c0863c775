// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import java.util.List;

/**
 * Messages of one conversation, oldest first, without gaps between them. {@code outgoing}: what this desk wrote and the feed
 * has not brought back yet, in the order written; only on the newest page.
 */
public record MessagePage(ConversationId conversation, List<Message> messages, List<Outgoing> outgoing, Older older) {

    /** Where what is older than this page is to be had. */
    public enum Older {
        /** In the replica: ask {@link Workspace#messages} again with the oldest id of this page. */
        HERE,
        /** At the hub: {@link Workspace#fetchMessages} brings it. */
        AT_HUB,
        /** Nowhere: this page holds the first message. */
        NONE
    }

    public MessagePage {
        messages = List.copyOf(messages);
        outgoing = List.copyOf(outgoing);
    }
}
