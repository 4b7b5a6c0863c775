// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Touch;
import baton.wire.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The volatile lane as this desk heard it: who touched what in the last minutes. Safe from any thread. */
final class Presence {
    /** The longest lease, and a little. */
    private static final Duration MEMORY = Duration.ofMinutes(20);

    private record Key(ConversationId conversation, PersonId person) {}

    private final Map<Key, Answers.Seen> seen = new ConcurrentHashMap<>();

    void take(List<Answers.Seen> news, Instant now) {
        news.forEach(one -> seen.put(new Key(one.conversation(), one.person()), one));
        seen.values().removeIf(one -> one.lastInput().plus(MEMORY).isBefore(now));
    }

    /** The end of the hold that the hub told is as good as the stretched lease it was made from. */
    Optional<Touch> touch(ConversationId conversation, PersonId person) {
        return Optional.ofNullable(seen.get(new Key(conversation, person)))
                .map(one -> new Touch(conversation, person, one.lastInput(), one.until()));
    }

    List<AtWork> in(ConversationId conversation) {
        return seen.values().stream()
                .filter(one -> one.conversation().equals(conversation))
                .map(Presence::atWork)
                .sorted(Comparator.comparing(AtWork::lastInput).reversed())
                .toList();
    }

    static AtWork atWork(Answers.Seen one) {
        return new AtWork(one.conversation(), one.person(), one.lastInput(), one.typing());
    }
}
