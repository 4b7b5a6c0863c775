// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.ConversationId;
import baton.sync.Workspace;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** When each desk first heard that somebody holds a conversation, by the clock all processes share. Safe for many threads. */
final class Holds {

    private final List<Map<ConversationId, Long>> heard;

    private Holds(List<Map<ConversationId, Long>> heard) {
        this.heard = heard;
    }

    /** What those desks hear from now on. */
    static Holds of(List<Workspace> desks) {
        return new Holds(desks.stream().map(Holds::watch).toList());
    }

    private static Map<ConversationId, Long> watch(Workspace desk) {
        Map<ConversationId, Long> heard = new ConcurrentHashMap<>();
        desk.listen(changes -> changes.rows().stream()
                .filter(row -> row.heldAt(desk.now()).isPresent())
                .forEach(row -> heard.putIfAbsent(row.id(), Sent.micros(Instant.now()))));
        return heard;
    }

    /** For each of these, named one after the other, when the last desk had heard of it, in microseconds; waits until all have. */
    String line(String conversations) {
        return Arrays.stream(conversations.split(" "))
                .map(word -> new ConversationId(Long.parseLong(word)))
                .map(id -> String.valueOf(everywhere(id)))
                .collect(Collectors.joining(" "));
    }

    static List<Long> times(String line) {
        return Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
    }

    private long everywhere(ConversationId id) {
        Waiting.until(() -> heard.stream().allMatch(desk -> desk.containsKey(id)));
        return heard.stream().mapToLong(desk -> desk.get(id)).max().orElseThrow();
    }
}
