// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.sync.HubAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What 500 consoles cost that only wait: each holds a poll, and asks again when it is answered with nothing after 25 s. The floor has as
 * many beside them: what is asked of either is its own processor time and memory.
 */
final class Idle implements Part {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONSOLES = 500;

    /** All are answered in the same moment and ask again: a whole round is measured, from asking to asking. */
    private static final Duration ROUND = Duration.ofSeconds(25);

    private record Cost(double cpu, double megabytes) {}

    private final List<Connection> connections = new ArrayList<>();
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean isWarm;

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        try (Child floor = Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"));
                Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9")) {
            String ready = floor.line();
            String least = ready.substring(ready.indexOf("http"));
            for (int i = 0; i < CONSOLES; i++) {
                hold(least, 0, "none", () -> {});
            }
            hold(hub);
            double rested = Rest.await(folder, hub.process().pid(), floor.pid());
            isWarm = true;
            awaitAsked();
            List<Cost> costs = costs(List.of(hub.process(), floor));
            for (Connection connection : connections) {
                connection.close();
            }
            Cost cost = costs.getFirst();
            Cost bare = costs.getLast();
            return List.of(
                    Rest.figure("idle", rested),
                    Figure.of("idle: processor for 500 consoles", cost.cpu(), "% core", bare.cpu(), "< 5 %"),
                    Figure.of("idle: memory of the hub", cost.megabytes(), "MB", bare.megabytes(), "< 400 MB"));
        }
    }

    private void hold(Hub hub) throws IOException {
        HubAddress address = HubAddress.of(hub.address());
        List<String> tokens = IntStream.range(0, CONSOLES)
                .parallel() // a password takes as long as it may
                .mapToObj(_ -> Desks.signIn(address).token().reveal())
                .toList();
        long head = head(hub, tokens.getFirst());
        for (String token : tokens) {
            hold(hub.address(), head, token, asked::release);
        }
    }

    /** Where the journal stands, so that there is nothing to tell. */
    private static long head(Hub hub, String token) throws IOException {
        URI at = URI.create(hub.address());
        try (Connection connection = new Connection(at.getHost(), at.getPort())) {
            connection.send(Connection.get(at.getAuthority(), "/api/feed?after=0&wait=0", token));
            return JSON.readTree(connection.body()).path("upTo").asLong();
        }
    }

    /** A console more; until the compilers rest it waits for one second, and so asks as often as in many hours. */
    private void hold(String address, long after, String token, Runnable asks) throws IOException {
        URI at = URI.create(address);
        String path = "/api/feed?after=" + after + "&wait=";
        byte[] brief = Connection.get(at.getAuthority(), path + 1, token);
        byte[] held = Connection.get(at.getAuthority(), path + ROUND.toSeconds(), token);
        Connection connection = new Connection(at.getHost(), at.getPort());
        connections.add(connection);
        Thread.ofVirtual().start(() -> hold(connection, brief, held, asks));
    }

    /** Ends when its connection is closed. {@code asks}: called at the beginning of each long poll. */
    private void hold(Connection connection, byte[] brief, byte[] held, Runnable asks) {
        try {
            int status;
            do {
                boolean isLong = isWarm;
                if (isLong) {
                    asks.run();
                }
                status = connection.send(isLong ? held : brief);
            } while (status == 200);
            throw new IllegalStateException("A console was refused");
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until all consoles have asked the hub for one long poll more. */
    private void awaitAsked() throws InterruptedException {
        Duration longest = ROUND.multipliedBy(2);
        if (!asked.tryAcquire(CONSOLES, longest.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not all consoles were answered within " + longest);
        }
    }

    /** Of each process, over the same time. */
    private List<Cost> costs(List<Child> processes) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<Duration> before = processes.stream().map(Child::cpu).toList();
        awaitAsked();
        double measured = System.nanoTime() - begun;
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            Child process = processes.get(i);
            Duration used = process.cpu().minus(before.get(i));
            costs.add(new Cost(100.0 * used.toNanos() / measured, process.residentMegabytes()));
        }
        return costs;
    }
}
