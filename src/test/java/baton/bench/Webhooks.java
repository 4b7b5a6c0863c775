// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Signed deliveries made durable and answered: as many as go, and how long one takes at two paces; and what they leave on the disk. */
final class Webhooks implements Part {

    private static final int CUSTOMERS = 5_000;

    /** The hub gives back room in its file in quiet moments; when none came back for so long, it is done. */
    private static final Duration QUIET = Duration.ofSeconds(45);

    private static final Duration LONGEST_QUIET = Duration.ofMinutes(10);

    /** The floor has little that could be hot. */
    static final Duration FLOOR_WARM_UP = Duration.ofSeconds(8);

    private static final int LANES = 64;

    private static final String GRAPH = "http://127.0.0.1:9";

    /** As many as go with 64 connections, then at a number's usual pace with 8. */
    private record Pair(Load.Measured full, Load.Measured usual) {}

    /** Waits until it can be measured, after this load has begun. */
    private interface Warmth {
        void await(String load) throws IOException, InterruptedException;
    }

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Pair floor = floor(folder);
        List<Figure> figures = new ArrayList<>(embedded(folder, floor));
        figures.addAll(postgres(folder, floor));
        return figures;
    }

    private static Pair floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            return both(folder, ready.substring(ready.indexOf("http")), _ -> Thread.sleep(FLOOR_WARM_UP));
        }
    }

    private static List<Figure> embedded(Path folder, Pair floor) throws Exception {
        Path data = folder.resolve("h2");
        List<Figure> figures = new ArrayList<>();
        double deliveries;
        try (Hub hub = Hub.start(data, GRAPH)) {
            Pair pair = both(
                    folder,
                    hub.address(),
                    load -> figures.add(Rest.await(
                            "webhooks h2, " + load, folder, hub.process().pid())));
            Load.Measured at2000 = load(folder, hub.address(), LANES, 2_000, 10, 10);
            figures.addAll(figures("h2", pair, floor, "≥ 2,000/s (moonshot 4,000)"));
            figures.add(Figure.bare("webhooks h2: answer p99 at 2,000/s", at2000.p99(), "ms", "≤ 250 ms"));
            deliveries = delivered(hub);
            awaitCompacted(data);
        }
        long bytes = Hub.bytes(data);
        figures.add(Figure.bare("webhooks h2: file per delivery, compacted", bytes / deliveries, "bytes", "≤ 2 kB"));
        return figures;
    }

    /** Gives up loudly if the file still becomes smaller after {@link #LONGEST_QUIET}. */
    private static void awaitCompacted(Path data) {
        AtomicLong least = new AtomicLong(Long.MAX_VALUE);
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(LONGEST_QUIET)
                .during(QUIET)
                .until(() -> {
                    long now = Hub.bytes(data);
                    return now >= least.getAndAccumulate(now, Math::min);
                });
    }

    private static List<Figure> postgres(Path folder, Pair floor) throws Exception {
        try (EmbeddedPostgres server = durable();
                Hub hub = Hub.start(folder.resolve("postgres"), GRAPH, server.getJdbcUrl("postgres", "postgres"))) {
            List<Figure> figures = new ArrayList<>();
            Pair pair = both(
                    folder,
                    hub.address(),
                    load -> figures.add(Rest.await(
                            "webhooks postgres, " + load, folder, hub.process().pid())));
            Load.Measured at1000 = load(folder, hub.address(), LANES, 1_000, 10, 10);
            figures.addAll(figures("postgres", pair, floor, "≥ 1,000/s"));
            figures.add(Figure.bare("webhooks postgres: answer p99 at 1,000/s", at1000.p99(), "ms", "≤ 250 ms"));
            return figures;
        }
    }

    /** As a careful team runs one: the library for tests switches off what keeps a commit through a power cut. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static List<Figure> figures(String store, Pair pair, Pair floor, String must) {
        String name = "webhooks " + store + ": ";
        return List.of(
                Figure.of(name + "durable a second", pair.full.perSecond(), "1/s", floor.full.perSecond(), must),
                Figure.of(name + "answer p50 at full load", pair.full.median(), "ms", floor.full.median(), ""),
                Figure.of(name + "answer p99 at full load", pair.full.p99(), "ms", floor.full.p99(), "≤ 250 ms"),
                Figure.of(name + "answer p50 at 80/s", pair.usual.median(), "ms", floor.usual.median(), ""),
                Figure.of(name + "answer p99 at 80/s", pair.usual.p99(), "ms", floor.usual.p99(), "≤ 25 ms"));
    }

    private static Pair both(Path folder, String address, Warmth warmth) throws IOException, InterruptedException {
        Load.Measured full;
        try (Child load = sending(folder, address, LANES, 0, 10)) {
            warmth.await("full load");
            full = measured(load);
        }
        // Single deliveries go other ways than many at once: what was not compiled yet is compiled now.
        try (Child load = sending(folder, address, 8, 80, 20)) {
            warmth.await("80/s");
            return new Pair(full, measured(load));
        }
    }

    static Load.Measured load(Path folder, String address, int connections, int rate, int warmUp, int seconds)
            throws IOException, InterruptedException {
        try (Child load = sending(folder, address, connections, rate, seconds)) {
            Thread.sleep(Duration.ofSeconds(warmUp));
            return measured(load);
        }
    }

    /** Begins to send, until {@link #measured} has measured for so many seconds. */
    static Child sending(Path folder, String address, int connections, int rate, int seconds) throws IOException {
        return Child.java(
                folder.resolve("load.log"), Load.class, address, Hub.SECRET, connections, rate, seconds, CUSTOMERS);
    }

    /** Refuses a run in which an answer was no 200: it would measure something else. */
    static Load.Measured measured(Child load) throws IOException {
        load.tell("measure");
        Load.Measured measured = Load.Measured.of(load.line());
        if (measured.refused() > 0) {
            throw new IllegalStateException(measured.refused() + " deliveries were not answered with 200");
        }
        return measured;
    }

    /** How many deliveries the hub says it has taken. */
    private static double delivered(Hub hub) throws IOException {
        try (var in = URI.create(hub.address() + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("baton_webhook_deliveries_total{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }
}
