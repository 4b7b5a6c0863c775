// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.ConversationId;
import baton.sync.CommandAnswer;
import baton.sync.View;
import baton.sync.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** From taking a conversation to its ring on twenty desks, and to the own answer. */
final class Claims implements Part {

    private static final int DESKS = 20;
    private static final int MEASURED = 200;

    /** Nanoseconds until the own answer came, and until the last desk had heard of it. */
    private record Claimed(long own, long everywhere) {}

    private final Map<ConversationId, CountDownLatch> awaited = new ConcurrentHashMap<>();

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Durations floor = floor(folder);
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9")) {
            List<Workspace> desks = Desks.open(hub.address(), DESKS, Optional.empty());
            desks.forEach(this::watch);
            List<ConversationId> conversations = conversations(hub, desks.getFirst());
            Figure rested = warmUp(folder, hub, desks.getFirst(), conversations);
            List<Claimed> claimed = new ArrayList<>();
            for (ConversationId id : conversations) {
                claimed.add(claim(desks.getFirst(), id));
            }
            desks.forEach(Workspace::close);
            Durations answers =
                    Durations.ofNanos(claimed.stream().map(Claimed::own).toList());
            Durations rings =
                    Durations.ofNanos(claimed.stream().map(Claimed::everywhere).toList());
            return List.of(
                    rested,
                    Figure.of("claims: own answer, p50", answers.percentile(50), "ms", floor.percentile(50), ""),
                    Figure.of("claims: own answer, p99", answers.percentile(99), "ms", floor.percentile(99), "≤ 80 ms"),
                    Figure.of(
                            "claims: seen on all of 20 desks, p50",
                            rings.percentile(50),
                            "ms",
                            floor.percentile(50),
                            ""),
                    Figure.of(
                            "claims: seen on all of 20 desks, p99",
                            rings.percentile(99),
                            "ms",
                            floor.percentile(99),
                            "≤ 250 ms"));
        }
    }

    private void watch(Workspace desk) {
        desk.listen(changes -> changes.rows().stream()
                .filter(row -> row.heldAt(desk.now()).isPresent())
                .forEach(row -> Optional.ofNullable(awaited.get(row.id())).ifPresent(CountDownLatch::countDown)));
    }

    /** Claims in turn until the compilers rest, in the hub and here, where the desks are. */
    private Figure warmUp(Path folder, Hub hub, Workspace desk, List<ConversationId> conversations) throws Exception {
        try (Rest rest =
                Rest.of(folder, hub.process().pid(), ProcessHandle.current().pid())) {
            for (int i = 0; !rest.isReached(); i++) {
                var _ = claim(desk, conversations.get(i % conversations.size()));
            }
            return Rest.figure("claims", rest.waited());
        }
    }

    private Claimed claim(Workspace desk, ConversationId id) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(DESKS);
        awaited.put(id, all);
        long begun = System.nanoTime();
        CommandAnswer answer = desk.claim(id).join();
        long own = System.nanoTime() - begun;
        if (!(answer instanceof CommandAnswer.Done) || !all.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The claim of " + id + " is not everywhere: " + answer);
        }
        long everywhere = System.nanoTime() - begun;
        awaited.remove(id);
        desk.release(id).join();
        return new Claimed(own, everywhere);
    }

    private static List<ConversationId> conversations(Hub hub, Workspace desk) throws Exception {
        URI at = URI.create(hub.address());
        Deliveries deliveries = new Deliveries(at.getAuthority(), Hub.SECRET, MEASURED, "c");
        try (Connection connection = new Connection(at.getHost(), at.getPort())) {
            for (int i = 0; i < MEASURED; i++) {
                connection.send(deliveries.next(Instant.now()));
            }
        }
        Waiting.until(() -> desk.rows(View.ALL).size() == MEASURED);
        return desk.rows(View.ALL).stream().map(row -> row.id()).toList();
    }

    private static Durations floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            return Written.times(ready.substring(ready.indexOf("http")), MEASURED);
        }
    }
}
