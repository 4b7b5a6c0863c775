// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A window over 100,000 conversations: scrolling while 80 messages a second arrive, and opening one of 10,000 messages. */
final class Screen implements Part {

    private static final int CONVERSATIONS = 100_000;
    private static final int LONG = 10_000;

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        try (Hub hub = Hub.start(folder.resolve("hub"), "http://127.0.0.1:9")) {
            Crowd.write(hub.address(), CONVERSATIONS, 1);
            Crowd.write(hub.address(), 1, LONG);
            Desks.open(hub.address(), 1, Optional.of(folder.resolve("desk")))
                    .getFirst()
                    .close();
            try (Child window =
                    Child.java(folder.resolve("window.log"), Window.class, hub.address(), folder.resolve("desk"))) {
                double rows = Double.parseDouble(window.line());
                Webhooks.load(folder, hub.address(), 8, 80, 0, Window.SECONDS + 6);
                String[] pulses = window.line().split(" ");
                String[] opening = window.line().split(" ");
                return figures(rows, pulses, opening);
            }
        }
    }

    private static List<Figure> figures(double rows, String[] pulses, String[] opening) {
        return List.of(
                Figure.bare("screen: rows in the inbox", rows, "", "100,000"),
                Figure.bare("screen: pulses measured", number(pulses[0]), "", ""),
                Figure.of("screen: work per pulse, p50", number(pulses[1]), "ms", number(pulses[4]), ""),
                Figure.of("screen: work per pulse, p99", number(pulses[2]), "ms", number(pulses[5]), "≤ 8 ms"),
                Figure.bare("screen: heap", number(pulses[3]), "MB", "≤ 300 MB"),
                Figure.bare("screen: opening 10,000 messages, first", number(opening[0]), "ms", "≤ 250 ms"),
                Figure.bare("screen: opening 10,000 messages, p95", number(opening[1]), "ms", "≤ 100 ms"));
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
