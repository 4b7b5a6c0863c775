// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From taking a conversation at one desk to the hub's answer there, and to its ring on all twenty. */
final class Claims {

    static final int MEASURED = 200;

    private Claims() {}

    static List<Figure> measure(Path folder, Team.Working team, Durations floor)
            throws IOException, InterruptedException {
        Child own = team.own();
        Child others = team.others();
        others.tell("watch");
        own.tell(Desks.CLAIM);
        double rested = Rest.await(folder, team.hub().process().pid(), own.pid(), others.pid());
        own.tell(String.valueOf(MEASURED));
        List<Claimer.Claimed> claimed = Claimer.Claimed.all(own.line());
        String which = claimed.stream().map(each -> each.id().toString()).collect(Collectors.joining(" "));
        own.tell(which);
        others.tell(which);
        List<Long> here = Holds.times(own.line());
        List<Long> there = Holds.times(others.line());
        Durations answers = Durations.ofNanos(
                claimed.stream().map(Claimer.Claimed::answerNanos).toList());
        Durations rings = Durations.ofNanos(IntStream.range(0, MEASURED)
                .mapToObj(i ->
                        Math.max(here.get(i), there.get(i)) - claimed.get(i).begunMicros())
                .map(micros -> micros * 1_000)
                .toList());
        return List.of(
                Rest.figure("claims", rested),
                Figure.of("claims: own answer, p50", answers.percentile(50), "ms", floor.percentile(50), ""),
                Figure.of("claims: own answer, p99", answers.percentile(99), "ms", floor.percentile(99), "≤ 80 ms"),
                Figure.of("claims: seen on all of 20 desks, p50", rings.percentile(50), "ms", floor.percentile(50), ""),
                Figure.of(
                        "claims: seen on all of 20 desks, p99",
                        rings.percentile(99),
                        "ms",
                        floor.percentile(99),
                        "≤ 250 ms"));
    }
}
