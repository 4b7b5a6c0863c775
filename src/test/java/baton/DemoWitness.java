// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Author;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import baton.sync.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Somebody at a desk who notes who takes, who writes, who hands back and when, from what the hub tells everybody. */
final class DemoWitness {
    private final Map<ConversationId, Optional<Hold>> holds = new HashMap<>();
    private final Map<Long, Instant> messages = new TreeMap<>();
    private final Set<String> takers = new TreeSet<>();
    private final Set<String> writers = new TreeSet<>();
    private int handedBack;

    DemoWitness(Workspace desk) {
        desk.listen(this::changed);
    }

    synchronized Set<String> takers() {
        return Set.copyOf(takers);
    }

    synchronized Set<String> writers() {
        return Set.copyOf(writers);
    }

    synchronized int handedBack() {
        return handedBack;
    }

    void await(Duration most, String what, Predicate<DemoWitness> seen) {
        Awaitility.await(what).atMost(most).until(() -> seen.test(this));
    }

    /** Between the first of so many messages and the last, by the hub's clock, once there are so many. */
    Duration longestFor(int count) {
        Awaitility.await("messages").atMost(Duration.ofMinutes(2)).until(() -> all().size() >= count);
        List<Instant> all = all();
        return Duration.between(all.getFirst(), all.get(count - 1));
    }

    private synchronized List<Instant> all() {
        return List.copyOf(messages.values());
    }

    private synchronized void changed(Changes changes) {
        changes.rows().forEach(this::hold);
        changes.messages().values().stream().flatMap(List::stream).forEach(this::message);
    }

    private void hold(ConversationRow row) {
        Optional<Hold> before = holds.getOrDefault(row.id(), Optional.empty());
        row.hold().ifPresent(hold -> takers.add(hold.holder().value()));
        holds.put(row.id(), row.hold());
        if (before.isPresent() && row.hold().isEmpty() && row.conversation().open()) {
            handedBack++;
        }
    }

    private void message(Message message) {
        messages.putIfAbsent(message.id().value(), message.at());
        if (message.author() instanceof Author.Person person) {
            writers.add(person.id().value());
        }
    }
}
