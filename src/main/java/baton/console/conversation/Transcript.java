// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.ConversationId;
import baton.domain.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * What the conversation shows: its rows, oldest first. {@code opening} grows by one each time a conversation is opened, so that a
 * view can tell opening from a change. {@code unread}: the first message nobody has looked at, as it stood at the opening.
 */
public record Transcript(int opening, ConversationId conversation, List<BubbleRow> rows, Optional<MessageId> unread) {
    public Transcript {
        rows = List.copyOf(rows);
    }
}
