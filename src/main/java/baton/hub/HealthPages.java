// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.store.Database;
import baton.store.Journal;
import baton.store.StoreException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether the hub lives, is ready, and what it counts (SPEC.md R5). Graph out of reach does not make it unready: deliveries are
 * taken all the same, and answers wait.
 */
final class HealthPages {
    private static final int PATIENCE_SECONDS = 2;
    private static final String WRITING = "writing";

    /** Longer than a hub that fell silent can hold the others up. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final Database database;
    private final Journal journal;
    private final Supplier<String> graph;
    private final Metrics metrics;
    private final Executor threads;
    private volatile boolean stopping;

    /** {@code graph}: the state of the connection to the Graph API, in a word. */
    HealthPages(Database database, Journal journal, Supplier<String> graph, Metrics metrics, Executor threads) {
        this.database = database;
        this.journal = journal;
        this.graph = graph;
        this.metrics = metrics;
        this.threads = threads;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/healthz", Access.ANYBODY, _ -> Reply.json(Map.of("status", "up"))),
                Route.later("GET", "/readyz", Access.ANYBODY, 0, _ -> ready()),
                Route.get(
                        "/metrics",
                        Access.ANYBODY,
                        _ -> Reply.text("text/plain; version=0.0.4; charset=utf-8", metrics.text())));
    }

    /** From now on the hub is not ready. */
    void stopping() {
        stopping = true;
    }

    private CompletableFuture<Reply> ready() {
        return CompletableFuture.supplyAsync(this::databaseAnswers, threads)
                .completeOnTimeout(false, PATIENCE_SECONDS + 1L, TimeUnit.SECONDS)
                .thenApply(this::readiness);
    }

    private boolean databaseAnswers() {
        try {
            return database.answers(PATIENCE_SECONDS);
        } catch (StoreException away) {
            return false;
        }
    }

    private Reply readiness(boolean databaseAnswers) {
        Map<String, Object> parts = new LinkedHashMap<>();
        String writer = writer();
        parts.put("ready", databaseAnswers && writer.equals(WRITING) && !stopping);
        parts.put("database", databaseAnswers ? "answers" : "away");
        parts.put("journal", writer);
        parts.put("stopping", stopping);
        parts.put("graph", graph.get());
        return Reply.json(Boolean.TRUE.equals(parts.get("ready")) ? 200 : 503, parts);
    }

    private String writer() {
        if (!journal.isWriting()) {
            return "stopped";
        }
        return journal.writingFor().compareTo(LONGEST_WRITE) > 0 ? "held up" : WRITING;
    }
}
