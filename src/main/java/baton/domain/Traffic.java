// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The traffic of one conversation. {@code lastInbound}: journal number of the newest customer message, 0 before any.
 * {@code windowFrom}: Meta's time of the newest thing the customer did, from which the service window runs (WHATSAPP.md 7.1).
 * {@code pending}: replies on their way, until Meta took them.
 */
public record Traffic(
        Optional<Line> last,
        long lastInbound,
        Optional<Instant> windowFrom,
        Waiting waiting,
        int unread,
        List<MessageId> pending) {

    public static final Traffic NONE = new Traffic(Optional.empty(), 0, Optional.empty(), Waiting.NOBODY, 0, List.of());

    public Traffic {
        pending = List.copyOf(pending);
    }

    /** The hub's time of the first customer message nobody has answered. */
    public Optional<Instant> waitingSince() {
        return waiting.since();
    }

    public Traffic withLast(Line line) {
        return new Traffic(Optional.of(line), lastInbound, windowFrom, waiting, unread, pending);
    }

    /** The window runs from here, unless it runs from later already. */
    public Traffic withWindowFrom(Instant at) {
        Instant from = windowFrom.filter(at::isBefore).orElse(at);
        return new Traffic(last, lastInbound, Optional.of(from), waiting, unread, pending);
    }

    public Traffic withLastInbound(long seq) {
        return new Traffic(last, seq, windowFrom, waiting, unread, pending);
    }

    public Traffic withWaiting(Waiting next) {
        return new Traffic(last, lastInbound, windowFrom, next, unread, pending);
    }

    public Traffic withUnread(int count) {
        return new Traffic(last, lastInbound, windowFrom, waiting, count, pending);
    }

    public Traffic withPending(List<MessageId> replies) {
        return new Traffic(last, lastInbound, windowFrom, waiting, unread, replies);
    }
}
