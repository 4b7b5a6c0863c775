// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.sync.CommandAnswer;
import baton.sync.View;
import baton.sync.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From Enter to the platform's acceptance, without the time for taking it back. */
final class Replies implements Part {

    private static final int WARM_UP = 60;
    private static final int MEASURED = 200;

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        try (Meta meta = new Meta();
                Hub hub = Hub.start(folder.resolve("hub"), meta.address());
                Workspace desk = Desks.open(hub.address(), 1, Optional.of(folder.resolve("desk")))
                        .getFirst()) {
            Durations floor = floor(folder, meta);
            customersWrite(hub);
            Durations times = answerAll(desk, meta);
            return List.of(
                    Figure.of(
                            "replies: Enter to accepted, p50",
                            times.percentile(50),
                            "ms",
                            floor.percentile(50),
                            "≤ 60 ms"),
                    Figure.of(
                            "replies: Enter to accepted, p99",
                            times.percentile(99),
                            "ms",
                            floor.percentile(99),
                            "≤ 250 ms"));
        }
    }

    /** A durable request and the request to the platform after it. */
    private static Durations floor(Path folder, Meta meta) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            Durations durable = Written.times(ready.substring(ready.indexOf("http")), MEASURED);
            return durable.plus(Written.times(meta.address(), MEASURED));
        }
    }

    private static void customersWrite(Hub hub) throws IOException {
        URI at = URI.create(hub.address());
        Deliveries deliveries = new Deliveries(at.getAuthority(), Hub.SECRET, WARM_UP + MEASURED, "r");
        try (Connection connection = new Connection(at.getHost(), at.getPort())) {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                connection.send(deliveries.next(Instant.now()));
            }
        }
    }

    private static Durations answerAll(Workspace desk, Meta meta) throws InterruptedException {
        Waiting.until(() -> desk.rows(View.ALL).size() == WARM_UP + MEASURED);
        List<Long> nanos = new ArrayList<>();
        for (var row : desk.rows(View.ALL)) {
            long took = answer(desk, meta, row.id());
            nanos.add(took);
        }
        return Durations.ofNanos(nanos.subList(WARM_UP, nanos.size()));
    }

    private static long answer(Workspace desk, Meta meta, ConversationId id) throws InterruptedException {
        if (!(desk.claim(id).join() instanceof CommandAnswer.Done)) {
            throw new IllegalStateException("The claim of " + id + " was refused");
        }
        Waiting.until(() -> desk.fence(id).isPresent());
        Fence fence = desk.fence(id).orElseThrow();
        String text = "answer to " + id;
        long begun = System.nanoTime();
        var _ = desk.reply(new Command.Reply(id, fence, new Content.Text(text), Optional.empty(), false));
        Waiting.until(() -> meta.accepted().containsKey(text));
        long took = meta.accepted().get(text) - begun;
        desk.release(id).join();
        return took;
    }
}
