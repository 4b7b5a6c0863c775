// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From a webhook's sending to the change in a console's model, at a number's usual 80 messages a second and 20 consoles. */
final class Rows implements Part {

    private static final int SECONDS = 15;
    private static final int RATE = 80;

    /** Nobody has 19 desks with half a gigabyte in one process: its collector is told to stop them for no longer than it stops one. */
    private static final List<String> CROWDED = List.of("-XX:MaxGCPauseMillis=25");

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Sent.Arrived floor = floor(folder);
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9");
                Child own = own(folder, hub);
                Child others = others(folder, hub)) {
            own.line();
            others.line();
            return measure(folder, hub, own, others, floor);
        }
    }

    private static List<Figure> measure(Path folder, Hub hub, Child own, Child others, Sent.Arrived floor)
            throws IOException, InterruptedException {
        try (Child load = Webhooks.sending(folder, hub.address(), 8, RATE, SECONDS)) {
            double rested = Rest.await(folder, hub.process().pid(), own.pid(), others.pid());
            own.tell("measure");
            others.tell("measure");
            Load.Measured sent = Webhooks.measured(load);
            own.tell("end");
            others.tell("end");
            Sent.Arrived one = Sent.Arrived.of(own.line());
            Sent.Arrived many = Sent.Arrived.of(others.line());
            return List.of(
                    Rest.figure("rows", rested),
                    Figure.bare("rows: deliveries a second", sent.perSecond(), "1/s", "80"),
                    Figure.of("rows: own process, encrypted, p50", one.median(), "ms", floor.median(), "≤ 60 ms"),
                    Figure.of("rows: own process, encrypted, p99", one.p99(), "ms", floor.p99(), "≤ 250 ms"),
                    Figure.of("rows: 19 in one process, p50", many.median(), "ms", floor.median(), "≤ 60 ms"),
                    Figure.of("rows: 19 in one process, p99", many.p99(), "ms", floor.p99(), "≤ 250 ms"));
        }
    }

    private static Child own(Path folder, Hub hub) throws IOException {
        return Child.desk(folder.resolve("desk.log"), Desks.class, hub.address(), 1, folder.resolve("desk"));
    }

    private static Child others(Path folder, Hub hub) throws IOException {
        return Child.java(folder.resolve("desks.log"), CROWDED, Desks.class, hub.address(), 19, "-");
    }

    private static Sent.Arrived floor(Path folder) throws Exception {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            String address = ready.substring(ready.indexOf("http"));
            try (Child readers = Child.java(folder.resolve("followers.log"), Followers.class, address, 20);
                    Child load = Webhooks.sending(folder, address, 8, RATE, SECONDS)) {
                readers.line();
                double _ = Rest.await(folder, process.pid(), readers.pid());
                readers.tell("measure");
                var _ = Webhooks.measured(load);
                readers.tell("end");
                return Sent.Arrived.of(readers.line());
            }
        }
    }
}
