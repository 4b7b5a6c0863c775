// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The traffic of one conversation. {@code lastInbound}: journal number of the newest customer message, 0 before any.
 * {@code windowFrom}: Meta's time of the newest thing the customer did, from which the service window runs (WHATSAPP.md 7.1).
 * {@code waitingSince}: the hub's time of the first customer message nobody has answered. {@code pending}: replies on their way.
 */
public record Traffic(
        Optional<Line> last,
        long lastInbound,
        Optional<Instant> windowFrom,
        Optional<Instant> waitingSince,
        int unread,
        List<MessageId> pending) {

    public static final Traffic NONE =
            new Traffic(Optional.empty(), 0, Optional.empty(), Optional.empty(), 0, List.of());

    public Traffic {
        pending = List.copyOf(pending);
    }

    public Traffic withLast(Line line) {
        return new Traffic(Optional.of(line), lastInbound, windowFrom, waitingSince, unread, pending);
    }

    public Traffic withWindowFrom(Instant at) {
        Instant from = windowFrom.filter(at::isBefore).orElse(at);
        return new Traffic(last, lastInbound, Optional.of(from), waitingSince, unread, pending);
    }

    public Traffic withInbound(long seq, Instant at) {
        return new Traffic(last, seq, windowFrom, waitingSince.or(() -> Optional.of(at)), unread + 1, pending);
    }

    public Traffic withWaitingSince(Optional<Instant> since) {
        return new Traffic(last, lastInbound, windowFrom, since, unread, pending);
    }

    public Traffic withUnread(int count) {
        return new Traffic(last, lastInbound, windowFrom, waitingSince, count, pending);
    }

    public Traffic withPending(List<MessageId> replies) {
        return new Traffic(last, lastInbound, windowFrom, waitingSince, unread, replies);
    }
}
