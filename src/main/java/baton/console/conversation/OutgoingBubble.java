// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.Author;
import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.Fence;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Sending;
import baton.sync.Outgoing;
import java.util.Optional;

/** What this desk wrote and the hub has not brought back yet, drawn as a message that is queued. */
final class OutgoingBubble {
    /** Beyond any journal number, so that it stands below everything. */
    private static final long FIRST = Long.MAX_VALUE / 2;

    private OutgoingBubble() {}

    static boolean is(MessageId id) {
        return id.value() >= FIRST;
    }

    static Message of(Outgoing outgoing, PersonId me, int place) {
        Sending queued = Sending.queued(new Fence(new ClaimNumber(1), 0), outgoing.writtenAt());
        return new Message(
                outgoing.message().orElseGet(() -> new MessageId(FIRST + place)),
                0,
                outgoing.conversation(),
                new Author.Person(me),
                outgoing.note(),
                new Content.Text(outgoing.text()),
                outgoing.writtenAt(),
                outgoing.writtenAt(),
                Optional.empty(),
                Optional.empty(),
                Message.Marks.NONE,
                outgoing.note() ? Optional.empty() : Optional.of(queued));
    }
}
