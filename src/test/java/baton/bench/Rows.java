// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From a webhook's sending to the change in a console's model, at a number's usual 80 messages a second and 20 consoles. */
final class Rows implements Part {

    private static final int SKIPPED = 90;
    private static final int SKIPPED_OF_FLOOR = 8;
    private static final int SECONDS = 20;
    private static final int RATE = 80;

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Sent.Arrived floor = floor(folder);
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9");
                Child own = desks(folder, hub, 1, folder.resolve("desk").toString());
                Child others = desks(folder, hub, 19, "-")) {
            own.line();
            others.line();
            Load.Measured load = Webhooks.load(folder, hub.address(), 8, RATE, 0, SKIPPED + SECONDS);
            Sent.Arrived one = Sent.Arrived.of(own.line());
            Sent.Arrived many = Sent.Arrived.of(others.line());
            return List.of(
                    Figure.bare("rows: deliveries a second", load.perSecond(), "1/s", "80"),
                    Figure.of("rows: own process, encrypted, p50", one.median(), "ms", floor.median(), "≤ 60 ms"),
                    Figure.of("rows: own process, encrypted, p99", one.p99(), "ms", floor.p99(), "≤ 250 ms"),
                    Figure.of("rows: 19 in one process, p50", many.median(), "ms", floor.median(), "≤ 60 ms"),
                    Figure.of("rows: 19 in one process, p99", many.p99(), "ms", floor.p99(), "≤ 250 ms"));
        }
    }

    private static Child desks(Path folder, Hub hub, int number, String place) throws IOException {
        return Child.java(folder.resolve("desks.log"), Desks.class, hub.address(), number, place, SKIPPED, SECONDS - 2);
    }

    private static Sent.Arrived floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            String address = ready.substring(ready.indexOf("http"));
            try (Child readers = Child.java(
                    folder.resolve("followers.log"), Followers.class, address, 20, SKIPPED_OF_FLOOR, SECONDS - 2)) {
                readers.line();
                Webhooks.load(folder, address, 8, RATE, 0, SKIPPED_OF_FLOOR + SECONDS);
                return Sent.Arrived.of(readers.line());
            }
        }
    }
}
