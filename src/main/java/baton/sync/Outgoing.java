// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * A reply or note that this desk wrote and the feed has not brought back yet: drawn as a bubble that is still queued. {@code
 * message}: its number, once the hub has taken it; from then on only the feed is waited for.
 */
public record Outgoing(
        CommandId id,
        ConversationId conversation,
        String text,
        boolean note,
        Optional<MessageId> quote,
        Instant writtenAt,
        Optional<MessageId> message) {}
