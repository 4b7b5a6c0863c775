// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The polls that wait, at most {@value #MOST} of one sign-in: a desk holds one, and lines that broke leave some behind. One more
 * ends the wait of the oldest. Safe from any thread.
 */
final class HeldPolls {
    static final int MOST = 4;

    /** A poll, and the future that ends its wait. */
    record Held(Feed.Poll poll, CompletableFuture<Boolean> end) {
        void letGo() {
            end.complete(true);
        }
    }

    private final Map<String, List<Held>> byDesk = new ConcurrentHashMap<>();

    void add(Held held) {
        List<Held> ofDesk = byDesk.compute(held.poll().desk(), (_, before) -> with(before, held));
        ofDesk.subList(0, Math.max(0, ofDesk.size() - MOST)).forEach(Held::letGo);
    }

    /** A poll whose wait is over. */
    void remove(Held held) {
        byDesk.computeIfPresent(held.poll().desk(), (_, before) -> without(before, held));
    }

    /** Those that are held at this moment. */
    List<Held> all() {
        return byDesk.values().stream().flatMap(List::stream).toList();
    }

    int count() {
        return byDesk.values().stream().mapToInt(List::size).sum();
    }

    boolean isEmpty() {
        return byDesk.isEmpty();
    }

    private static List<Held> with(@Nullable List<Held> before, Held held) {
        List<Held> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
        after.add(held);
        return List.copyOf(after);
    }

    private static @Nullable List<Held> without(List<Held> before, Held held) {
        List<Held> after = before.stream().filter(other -> !other.equals(held)).toList();
        return after.isEmpty() ? null : after;
    }
}
