// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.Recorded;
import baton.policy.MessageFold;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last lines about messages that a replica took in: a page of older messages may have been read before they passed and
 * arrive after. The replica's lock guards it.
 */
final class PassedLines {
    private static final int MOST = 2_000;

    private final Deque<Recorded> lines = new ArrayDeque<>();
    private long from;

    /** Nothing has passed after line {@code seq} yet. */
    void begin(long seq) {
        lines.clear();
        from = seq;
    }

    void add(Recorded line) {
        if (MessageFold.concerned(line).isPresent()) {
            lines.add(line);
        }
        while (lines.size() > MOST) {
            from = lines.remove().seq();
        }
    }

    /** Whether every line after {@code seq} that concerns a message is still here. */
    boolean reachBackTo(long seq) {
        return from <= seq;
    }

    List<Recorded> concerning(List<Message> messages) {
        Set<MessageId> ids = messages.stream().map(Message::id).collect(Collectors.toSet());
        return lines.stream()
                .filter(line ->
                        MessageFold.concerned(line).filter(ids::contains).isPresent())
                .toList();
    }
}
