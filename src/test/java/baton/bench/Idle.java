// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.sync.HubAddress;
import baton.sync.Pass;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What 500 consoles cost that only wait: each holds a poll, and asks again when it is answered with nothing after 25 s. */
final class Idle implements Part {

    private static final int CONSOLES = 500;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(40);

    private record Cost(double cpu, double megabytes) {}

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Cost floor = floor(folder);
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9")) {
            Pass pass = Desks.signIn(HubAddress.of(hub.address()));
            Cost cost = cost(
                    hub.process(),
                    hub.address(),
                    "/api/feed?after=0&wait=25",
                    pass.token().reveal());
            return List.of(
                    Figure.of("idle: processor for 500 consoles", cost.cpu(), "% core", floor.cpu(), "< 5 %"),
                    Figure.of("idle: memory of the hub", cost.megabytes(), "MB", floor.megabytes(), "< 400 MB"));
        }
    }

    private static Cost floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            return cost(process, ready.substring(ready.indexOf("http")), "/api/feed", "none");
        }
    }

    private static Cost cost(Child process, String address, String path, String token)
            throws IOException, InterruptedException {
        URI at = URI.create(address);
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CONSOLES; i++) {
            connections.add(new Connection(at.getHost(), at.getPort()));
        }
        byte[] ask = Connection.get(at.getAuthority(), path, token);
        connections.forEach(connection -> Thread.ofVirtual().start(() -> hold(connection, ask)));
        Thread.sleep(SETTLING);
        Duration before = process.cpu();
        Thread.sleep(MEASURED);
        Duration used = process.cpu().minus(before);
        Cost cost = new Cost(100.0 * used.toNanos() / MEASURED.toNanos(), process.residentMegabytes());
        for (Connection connection : connections) {
            connection.close();
        }
        return cost;
    }

    /** Ends when its connection is closed. */
    private static void hold(Connection connection, byte[] ask) {
        try {
            while (connection.send(ask) == 200) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("A console was refused");
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
