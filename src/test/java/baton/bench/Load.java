// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * A load generator of its own process: {@code Load ADDRESS SECRET CONNECTIONS RATE SECONDS CUSTOMERS}. It sends at once, and
 * measures for so many seconds once a line comes from its standard input. A rate of 0 sends as fast as the answers come. With a rate
 * the time of an answer counts from when its request was due, not from when it was sent: a hub that stalls cannot hide behind a
 * generator that waits for it.
 */
final class Load {

    private final URI address;
    private final Deliveries deliveries;
    private final int connections;
    private final double rate;
    private final long measured;
    private final long from = System.nanoTime();

    /** Nanoseconds after it began. */
    private volatile long begin = Long.MAX_VALUE;

    private Load(String[] words) {
        address = URI.create(words[0]);
        connections = Integer.parseInt(words[2]);
        rate = Double.parseDouble(words[3]);
        deliveries = new Deliveries(
                address.getAuthority(),
                words[1],
                Integer.parseInt(words[5]),
                Long.toString(System.currentTimeMillis(), 36));
        measured = Duration.ofSeconds(Long.parseLong(words[4])).toNanos();
    }

    /** Prints one line: answers a second, p50, p99 and greatest time in milliseconds, answers that were no 200. */
    public static void main(String[] words) throws InterruptedException, ExecutionException {
        Load load = new Load(words);
        Thread.ofPlatform().daemon().start(load::listen);
        System.out.println(load.run().line());
    }

    private void listen() {
        var _ = IO.readln();
        begin = passed();
    }

    private long passed() {
        return System.nanoTime() - from;
    }

    /** Whether it was to be measured already, so many nanoseconds after it began. */
    private boolean hasBegun(long at) {
        return at >= begin;
    }

    /** Whether all of what was to be measured is over then. */
    private boolean isOver(long at) {
        return hasBegun(at) && at - begin >= measured;
    }

    private Measured run() throws InterruptedException, ExecutionException {
        List<Future<Lane>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < connections; number++) {
                int lane = number;
                lanes.add(threads.submit(() -> drive(lane)));
            }
        }
        List<Long> all = new ArrayList<>();
        long refused = 0;
        for (Future<Lane> lane : lanes) {
            all.addAll(lane.get().times);
            refused += lane.get().refused;
        }
        Durations times = Durations.ofNanos(all);
        double seconds = measured / 1e9;
        return new Measured(
                all.size() / seconds, times.percentile(50), times.percentile(99), times.greatest(), refused);
    }

    /** What one connection measured. */
    private static final class Lane {
        private final List<Long> times = new ArrayList<>();
        private long refused;
    }

    private Lane drive(int lane) throws IOException {
        Lane seen = new Lane();
        double gap = rate == 0 ? 0 : connections / rate * 1e9;
        try (Connection connection = new Connection(address.getHost(), address.getPort())) {
            double due = gap * lane / connections;
            while (!isOver((long) due) && !isOver(passed())) {
                LockSupport.parkNanos((long) due - passed());
                long started = rate == 0 ? passed() : (long) due;
                Instant wall = Instant.now().minusNanos(Math.max(0, passed() - started));
                int status = connection.send(deliveries.next(wall));
                long ended = passed();
                if (hasBegun(ended) && !isOver(ended)) {
                    seen.times.add(ended - started);
                    seen.refused += status == 200 ? 0 : 1;
                }
                due += gap;
            }
        }
        return seen;
    }

    /** Durations in milliseconds. */
    record Measured(double perSecond, double median, double p99, double greatest, long refused) {
        String line() {
            return String.format(Locale.ROOT, "%.1f %.3f %.3f %.3f %d", perSecond, median, p99, greatest, refused);
        }

        static Measured of(String line) {
            String[] words = line.split(" ");
            return new Measured(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Long.parseLong(words[4]));
        }
    }
}
