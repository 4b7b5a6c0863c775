// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Signed deliveries made durable and answered: as many as go, and how long one takes at two paces; and what they leave on the disk. */
final class Webhooks implements Part {

    private static final int CUSTOMERS = 5_000;

    private static final int SECONDS = 10;

    /** For a floor, and for a pace that gives as many answers in that time as 80/s in a minute. */
    private static final int BRIEF_SECONDS = 5;

    private static final int LANES = 64;

    private static final String GRAPH = "http://127.0.0.1:9";

    /** What a load saw; {@code rested}: seconds until its server's compilers rested, before it was measured. */
    private record Warm(Load.Measured load, double rested) {}

    /** As many as go with 64 connections, then at a number's usual pace with 8. */
    private record Pair(Warm full, Warm usual) {

        /**
         * Single deliveries go other ways than many at once: what was not compiled yet is compiled then. {@code warm} and {@code settle}
         * as in {@link Store}.
         */
        static Pair measure(Path folder, Child server, String address, int seconds, Runnable warm, Runnable settle)
                throws IOException, InterruptedException {
            Warm full = warm(folder, server, sending(folder, address, LANES, 0, seconds), warm);
            settle.run();
            return new Pair(full, warm(folder, server, sending(folder, address, 8, 80, seconds), () -> {}));
        }
    }

    /**
     * {@code warm}: what is still waited for once the compilers rest at full load; {@code settle}: what ends the aftermath of that; {@code pace}: one that
     * is to be kept; {@code must}: what the deliveries a second must reach, in words.
     */
    private record Store(String name, Runnable warm, Runnable settle, int pace, String must) {}

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Pair floor = floor(folder);
        Path data = folder.resolve("h2");
        try (Hub hub = Hub.start(data, GRAPH)) {
            Store store = new Store("h2", () -> {}, () -> {}, 2_000, "≥ 2,000/s (moonshot 4,000)");
            List<Figure> figures = new ArrayList<>(figures(store, folder, hub, floor));
            double deliveries = delivered(hub);
            Compaction compaction = new Compaction(hub, data);
            List<Figure> onPostgres = postgres(folder, floor, compaction::finish);
            figures.add(Figure.bare(
                    "webhooks h2: file per delivery, compacted", compaction.bytes() / deliveries, "bytes", "≤ 2 kB"));
            figures.addAll(onPostgres);
            return figures;
        }
    }

    private static Pair floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            return Pair.measure(
                    folder, process, ready.substring(ready.indexOf("http")), BRIEF_SECONDS, () -> {}, () -> {});
        }
    }

    private static List<Figure> postgres(Path folder, Pair floor, Runnable warm) throws Exception {
        try (EmbeddedPostgres server = durable();
                Hub hub = Hub.start(folder.resolve("postgres"), GRAPH, server.getJdbcUrl("postgres", "postgres"))) {
            Store store = new Store("postgres", warm, () -> checkpoint(server), 1_000, "≥ 1,000/s");
            return figures(store, folder, hub, floor);
        }
    }

    /** What the full load left to be written goes to the disk in minutes otherwise, and each commit meanwhile waits for it. */
    private static void checkpoint(EmbeddedPostgres server) {
        try (java.sql.Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException broken) {
            throw new IllegalStateException("PostgreSQL wrote no checkpoint", broken);
        }
    }

    /** As a careful team runs one: the library for tests switches off what keeps a commit through a power cut. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static List<Figure> figures(Store store, Path folder, Hub hub, Pair floor)
            throws IOException, InterruptedException {
        String name = "webhooks " + store.name();
        Pair pair = Pair.measure(folder, hub.process(), hub.address(), SECONDS, store.warm(), store.settle());
        Child pacing = sending(folder, hub.address(), LANES, store.pace(), BRIEF_SECONDS);
        Load.Measured paced = warm(folder, hub.process(), pacing, () -> {}).load();
        Load.Measured full = pair.full.load();
        Load.Measured usual = pair.usual.load();
        Load.Measured least = floor.full.load();
        Load.Measured leastUsual = floor.usual.load();
        return List.of(
                Rest.figure(name + ", full load", pair.full.rested()),
                Rest.figure(name + ", 80/s", pair.usual.rested()),
                Figure.of(name + ": durable a second", full.perSecond(), "1/s", least.perSecond(), store.must()),
                Figure.of(name + ": answer p50 at full load", full.median(), "ms", least.median(), ""),
                Figure.of(name + ": answer p99 at full load", full.p99(), "ms", least.p99(), "≤ 250 ms"),
                Figure.of(name + ": answer p50 at 80/s", usual.median(), "ms", leastUsual.median(), ""),
                Figure.of(name + ": answer p99 at 80/s", usual.p99(), "ms", leastUsual.p99(), "≤ 25 ms"),
                Figure.bare(
                        String.format(Locale.ROOT, "%s: answer p99 at %,d/s", name, store.pace()),
                        paced.p99(),
                        "ms",
                        "≤ 250 ms"));
    }

    /** What that load shows once the server's compilers rest and {@code warm} has ended; ends it. */
    private static Warm warm(Path folder, Child server, Child sending, Runnable warm)
            throws IOException, InterruptedException {
        try (Child load = sending) {
            double rested = Rest.await(folder, server.pid());
            warm.run();
            return new Warm(measured(load), rested);
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
