// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From a webhook's sending to the change in a console's model, at a number's usual 80 messages a second and 20 consoles. */
final class Rows {

    private static final int SECONDS = 10;
    private static final int FLOOR_SECONDS = 5;
    private static final int RATE = 80;
    private static final int LANES = 8;

    private Rows() {}

    static List<Figure> measure(Path folder, Team.Working team, Sent.Arrived floor)
            throws IOException, InterruptedException {
        Child own = team.own();
        Child others = team.others();
        try (Child load = Webhooks.sending(folder, team.hub().address(), LANES, RATE, SECONDS)) {
            double rested = Rest.await(folder, team.hub().process().pid(), own.pid(), others.pid());
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

    /** The same with as many bare readers of that {@link Floor}. */
    static Sent.Arrived floor(Path folder, Child floor, String address) throws IOException, InterruptedException {
        try (Child readers = Child.java(folder.resolve("followers.log"), Followers.class, address, 1 + Team.OTHERS);
                Child load = Webhooks.sending(folder, address, LANES, RATE, FLOOR_SECONDS)) {
            readers.line();
            double _ = Rest.await(folder, floor.pid(), readers.pid());
            readers.tell("measure");
            var _ = Webhooks.measured(load);
            readers.tell("end");
            return Sent.Arrived.of(readers.line());
        }
    }
}
