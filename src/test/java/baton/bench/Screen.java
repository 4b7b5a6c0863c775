// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A window over 100,000 conversations: scrolling while 80 messages a second arrive, and opening one of 10,000 messages. */
final class Screen implements Part {

    private static final int RATE = 80;
    private static final int LANES = 8;

    private final LargeInbox large;

    Screen(LargeInbox large) {
        this.large = large;
    }

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        try (Hub hub = large.start();
                Child window = Child.desk(folder.resolve("window.log"), Window.class, hub.address(), large.desk())) {
            double rows = number(window.line());
            double rested;
            try (Child load = Webhooks.sending(folder, hub.address(), LANES, RATE, Window.SECONDS)) {
                rested = number(window.line());
                var _ = Webhooks.measured(load);
            }
            String[] pulses = window.line().split(" ");
            String[] opening = window.line().split(" ");
            List<Figure> figures = new ArrayList<>(List.of(Rest.figure("screen", rested)));
            figures.addAll(figures(rows, pulses, opening));
            return figures;
        }
    }

    private static List<Figure> figures(double rows, String[] pulses, String[] opening) {
        return List.of(
                Figure.bare("screen: rows in the inbox", rows, "", "100,000"),
                Figure.bare("screen: pulses measured", number(pulses[0]), "", ""),
                Figure.of("screen: work per pulse, p50", number(pulses[1]), "ms", number(pulses[5]), ""),
                Figure.of("screen: work per pulse, p99", number(pulses[2]), "ms", number(pulses[6]), "≤ 8 ms"),
                Figure.of("screen: of it processor, p99", number(pulses[3]), "ms", number(pulses[7]), ""),
                Figure.bare("screen: heap", number(pulses[4]), "MB", "≤ 300 MB"),
                opening("first", opening[0], opening[2], "≤ 250 ms"),
                opening("p95", opening[1], opening[3], "≤ 100 ms"));
    }

    private static Figure opening(String which, String value, String floor, String must) {
        return Figure.of("screen: opening 10,000 messages, " + which, number(value), "ms", number(floor), must);
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
