// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.run.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fetches the newest messages of every open conversation and of those resolved in the last 30 days, one conversation at a time
 * in quiet moments, so that they can be read offline. One step of a loop.
 */
final class Backfill implements Loop.Step {
    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int LIMIT = 30;
    private static final int MOST = 3_000;

    /** One failure may be a matter of one conversation; so many in a row are one of the hub. */
    private static final int FAILURES = 3;

    private final Board board;
    private final MessageShelf shelf;
    private final Link link;
    private final HubTime time;
    private final Set<ConversationId> seen = new HashSet<>();
    private final Queue<ConversationId> due = new ArrayDeque<>();
    private int generation;
    private int failures;

    Backfill(Board board, MessageShelf shelf, Link link, HubTime time) {
        this.board = board;
        this.shelf = shelf;
        this.link = link;
        this.time = time;
    }

    @Override
    public Duration run() {
        if (!link.isOnline()) {
            return REST;
        }
        if (generation != shelf.generation()) {
            generation = shelf.generation();
            seen.clear();
            due.clear();
        }
        if (due.isEmpty()) {
            due.addAll(missing());
        }
        Optional<ConversationId> next = Optional.ofNullable(due.poll());
        failures = next.filter(this::isFetched).isPresent() ? 0 : failures + 1;
        if (next.isEmpty() || failures >= FAILURES) {
            failures = 0;
            return REST;
        }
        return BREATH;
    }

    /** False when the hub did not give it: then it is looked for again after the others. */
    private boolean isFetched(ConversationId conversation) {
        MessagePage page = shelf.keep(conversation, Optional.empty(), LIMIT);
        boolean isHere =
                page.older() != MessagePage.Older.AT_HUB || page.messages().size() >= LIMIT;
        if (isHere) {
            seen.add(conversation);
        }
        return isHere;
    }

    /** Looked for once for many: in a large inbox the looking costs more than a fetch. */
    private List<ConversationId> missing() {
        Instant oldest = time.instant().minus(KEPT);
        return Stream.of(View.MINE, View.ALL, View.RESOLVED)
                .flatMap(view -> board.rows(view).stream())
                .filter(row -> row.conversation().open()
                        || row.conversation().changedAt().isAfter(oldest))
                .map(ConversationRow::id)
                .distinct()
                .filter(id -> !seen.contains(id))
                .limit(MOST - seen.size())
                .toList();
    }
}
