// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Knows when Java's compilers rest in some processes, as they do in a program that has been at work for a while: until then they take
 * more of two cores than the work itself, for half a minute or for three, as the machine goes. They rest when in each process three
 * looks in a row, of {@link #LOOK} each, saw them busy for less than a tenth of the time. Safe from any thread.
 */
final class Rest implements AutoCloseable {

    static final Duration LONGEST = Duration.ofMinutes(4);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int QUIET_LOOKS = 3;
    private static final int SECONDS_COLUMN = 3;
    private static final Path STAT = Path.of(System.getProperty("java.home"), "bin", "jstat");

    private final long begun = System.nanoTime();
    private final List<Child> watchers = new ArrayList<>();
    private final CountDownLatch busy;

    private Rest(int processes) {
        busy = new CountDownLatch(processes);
    }

    /** Watches these processes, all of them Java's, as long as they run; {@code folder} gets a log of what goes wrong. */
    static Rest of(Path folder, long... processes) throws IOException {
        Rest rest = new Rest(processes.length);
        for (long process : processes) {
            Child watcher = Child.command(
                    folder.resolve("rest.log"),
                    Map.of(),
                    STAT.toString(),
                    "-J-Duser.language=en", // or some write decimals with a comma
                    "-compiler",
                    String.valueOf(process),
                    String.valueOf(LOOK.toMillis()));
            rest.watchers.add(watcher);
            watcher.line(); // the names of the columns
            Thread.ofVirtual().start(() -> rest.watch(watcher));
        }
        return rest;
    }

    /** Ends when they rest, or when the watcher is closed. */
    private void watch(Child watcher) {
        try {
            double before = seconds(watcher);
            for (int quiet = 0; quiet < QUIET_LOOKS; ) {
                double now = seconds(watcher);
                quiet = now - before < LOOK.toMillis() / 10_000.0 ? quiet + 1 : 0;
                before = now;
            }
            busy.countDown();
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(Child watcher) throws IOException {
        return Double.parseDouble(watcher.line().strip().split(" +")[SECONDS_COLUMN]);
    }

    /** Whether they rest, or {@link #LONGEST} is over. */
    boolean isReached() {
        return busy.getCount() == 0 || waited() >= LONGEST.toSeconds();
    }

    /** Waits until they rest, at most {@link #LONGEST}; seconds. */
    static double await(Path folder, long... processes) throws IOException, InterruptedException {
        try (Rest rest = of(folder, processes)) {
            boolean _ = rest.busy.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return rest.waited();
        }
    }

    /** Waits until this process's own rest; seconds. */
    static double awaitOwn(Path folder) throws IOException, InterruptedException {
        return await(folder, ProcessHandle.current().pid());
    }

    /** Seconds since it began to look. */
    double waited() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** {@code waited}: seconds until whatever {@code what} measures could be measured. */
    static Figure figure(String what, double waited) {
        return Figure.bare(what + ": until the compilers rested", waited, "s", "");
    }

    @Override
    public void close() {
        watchers.forEach(Child::close);
    }
}
