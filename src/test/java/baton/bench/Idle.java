// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.sync.HubAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** What 500 consoles cost that only wait: each holds a poll, and asks again when it is answered with nothing after 25 s. */
final class Idle implements Part {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONSOLES = 500;

    /** All are answered in the same moment and ask again: whole rounds are measured. */
    private static final Duration ROUND = Duration.ofSeconds(25);

    /** As many short polls before as consoles ask in a quarter of an hour: then Java's compiler rests, which takes more than the answers while it does not. */
    private static final Time SETTLED = new Time(Duration.ofSeconds(40), ROUND, ROUND.multipliedBy(2));

    private static final Time FLOOR = new Time(Duration.ZERO, Duration.ofSeconds(5), ROUND);

    private record Time(Duration brief, Duration settling, Duration measured) {}

    /** What is asked for at first, and then. */
    private record Poll(String brief, String held) {}

    private record Cost(double cpu, double megabytes) {}

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Cost floor = floor(folder);
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9")) {
            HubAddress address = HubAddress.of(hub.address());
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < CONSOLES; i++) {
                tokens.add(Desks.signIn(address).token().reveal());
            }
            String path = "/api/feed?after=" + head(hub, tokens.getFirst()) + "&wait=";
            Cost cost =
                    cost(hub.process(), hub.address(), new Poll(path + 1, path + ROUND.toSeconds()), tokens, SETTLED);
            return List.of(
                    Figure.of("idle: processor for 500 consoles", cost.cpu(), "% core", floor.cpu(), "< 5 %"),
                    Figure.of("idle: memory of the hub", cost.megabytes(), "MB", floor.megabytes(), "< 400 MB"));
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

    private static Cost floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            return cost(
                    process,
                    ready.substring(ready.indexOf("http")),
                    new Poll("/api/feed", "/api/feed"),
                    Collections.nCopies(CONSOLES, "none"),
                    FLOOR);
        }
    }

    private static Cost cost(Child process, String address, Poll poll, List<String> tokens, Time time)
            throws IOException, InterruptedException {
        URI at = URI.create(address);
        long changed = System.nanoTime() + time.brief().toNanos();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CONSOLES; i++) {
            connections.add(new Connection(at.getHost(), at.getPort()));
        }
        for (int i = 0; i < CONSOLES; i++) {
            Connection connection = connections.get(i);
            byte[] brief = Connection.get(at.getAuthority(), poll.brief(), tokens.get(i));
            byte[] held = Connection.get(at.getAuthority(), poll.held(), tokens.get(i));
            Thread.ofVirtual().start(() -> hold(connection, () -> System.nanoTime() - changed < 0 ? brief : held));
        }
        Thread.sleep(time.brief().plus(time.settling()));
        Duration before = process.cpu();
        Thread.sleep(time.measured());
        Duration used = process.cpu().minus(before);
        Cost cost = new Cost(100.0 * used.toNanos() / time.measured().toNanos(), process.residentMegabytes());
        for (Connection connection : connections) {
            connection.close();
        }
        return cost;
    }

    /** Ends when its connection is closed. */
    private static void hold(Connection connection, Supplier<byte[]> ask) {
        try {
            while (connection.send(ask.get()) == 200) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("A console was refused");
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
