// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.console.inbox.RowMoves;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What fits in one process, by JMH: a fork for each, short; shows where a step has become dearer, not more. */
final class InProcess implements Part {

    private static final String FLOOR = "Floor";

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Map<String, Double> micros = micros();
        return List.of(
                figure("signature of a delivery", "signature", micros),
                figure("reading a delivery", "webhook", micros),
                figure("an event to JSON and back", "event", micros),
                figure("an event into a conversation", "fold", micros),
                figure("100 events as the feed's JSON", "feed", micros),
                figure("a row of 100,000 moves to the top", "rowMove", micros));
    }

    private static Figure figure(String what, String name, Map<String, Double> micros) {
        return Figure.of("parts: " + what, micros.get(name), "µs", micros.get(name + FLOOR), "");
    }

    private static Map<String, Double> micros() throws Exception {
        OptionsBuilder options = new OptionsBuilder();
        options.include(Pieces.class.getName() + ".*")
                .include(RowMoves.class.getName() + ".*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // JMH's own use, of which Java warns
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(700))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(250))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        Map<String, Double> micros = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            micros.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    result.getPrimaryResult().getScore() / 1_000);
        }
        return micros;
    }
}
