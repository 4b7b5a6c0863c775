// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Claim;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Touch;
import baton.store.Inbox;
import baton.store.Touches;
import baton.wire.Answers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The volatile lane as desks see it: who is at work where. Read from the database once for all of them; each change gets a
 * number of its own here, so that a desk can be told only what it has not heard. One thread refreshes, any may read.
 */
final class Lane {
    /** Clocks of hubs differ a little: rows this much older than the newest are looked at again. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    /** The longest lease, and a little. */
    private static final Duration MEMORY = Duration.ofMinutes(20);

    private record Key(ConversationId conversation, PersonId person) {}

    private record Entry(long number, long changed, Answers.Seen seen) {}

    private final Touches touches;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private Instant newest;
    private volatile long last;

    Lane(Touches touches, Inbox inbox, InstantSource clock) {
        this.touches = touches;
        this.inbox = inbox;
        this.clock = clock;
        this.newest = clock.instant().minus(MEMORY);
    }

    /** Reads what changed; tells whether anything did. */
    boolean refresh() {
        long before = last;
        Instant now = clock.instant();
        touches.changedAfter(newest.minus(OVERLAP)).forEach(row -> take(row, now));
        entries.values().removeIf(entry -> entry.seen().lastInput().plus(MEMORY).isBefore(now));
        return last > before;
    }

    private void take(Touches.Row row, Instant now) {
        Touch touch = row.touch();
        Key key = new Key(touch.conversation(), touch.person());
        Entry known = entries.get(key);
        if (known != null && known.changed() == row.changed()) {
            return;
        }
        newest = touch.lastInput().isAfter(newest) ? touch.lastInput() : newest;
        boolean typing = row.typingUntil().isAfter(now);
        Answers.Seen seen =
                new Answers.Seen(touch.conversation(), touch.person(), typing, touch.lastInput(), until(touch));
        long number = last + 1;
        entries.put(key, new Entry(number, row.changed(), seen));
        last = number;
    }

    private Optional<Instant> until(Touch touch) {
        return inbox.conversation(touch.conversation())
                .flatMap(conversation ->
                        conversation.claim() instanceof Claim.Held held ? Optional.of(held) : Optional.empty())
                .filter(held -> held.holder().equals(touch.person()))
                .map(held -> held.until(Optional.of(touch)));
    }

    /** The number of the last change. */
    long last() {
        return last;
    }

    /** Whether there is something to tell whoever heard everything up to that number. */
    boolean isNewsAfter(long number) {
        return last > number && entries.values().stream().anyMatch(entry -> entry.number() > number);
    }

    /** What changed after that number, in order. */
    List<Answers.Seen> after(long number) {
        return entries.values().stream()
                .filter(entry -> entry.number() > number)
                .sorted(java.util.Comparator.comparingLong(Entry::number))
                .map(Entry::seen)
                .toList();
    }
}
