// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What 20 desks see of one hub: {@link Rows} first, then {@link Claims} once no more messages come. One desk is alone in a process that is told what
 * people's is, with an encrypted replica; 19 share another, with replicas in memory. They stay for both: nothing takes as long here as their warming up.
 */
final class Team implements Part {

    static final int OTHERS = 19;

    /** Nobody has 19 desks with half a gigabyte in one process: its collector is told to stop them for no longer than it stops one. */
    private static final List<String> CROWDED = List.of("-XX:MaxGCPauseMillis=25");

    /** Those under measurement, all at work. */
    record Working(Hub hub, Child own, Child others) {}

    private record Floors(Sent.Arrived rows, Durations claims) {}

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Floors floors = floors(folder);
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9");
                Child own =
                        Child.desk(folder.resolve("desk.log"), Desks.class, hub.address(), 1, folder.resolve("desk"));
                Child others =
                        Child.java(folder.resolve("desks.log"), CROWDED, Desks.class, hub.address(), OTHERS, "-")) {
            own.line();
            others.line();
            Working team = new Working(hub, own, others);
            List<Figure> figures = new ArrayList<>(Rows.measure(folder, team, floors.rows()));
            figures.addAll(Claims.measure(folder, team, floors.claims()));
            return figures;
        }
    }

    private static Floors floors(Path folder) throws IOException, InterruptedException {
        try (Child process =
                Child.java(folder.resolve("floor.log"), Floor.class, Hub.SECRET, folder.resolve("floor"))) {
            String ready = process.line();
            String address = ready.substring(ready.indexOf("http"));
            return new Floors(Rows.floor(folder, process, address), Written.times(address, Claims.MEASURED));
        }
    }
}
