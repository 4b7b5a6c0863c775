// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.NumberId;
import baton.hub.Intake;
import baton.hub.IntakeRules;
import baton.store.Database;
import baton.store.Journal;
import baton.whatsapp.NotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A trial of many journals in one process, each an embedded store of its own that takes one message a second for a minute. Only
 * by name: opening a thousand stores takes longer than all the rest.
 */
final class Journals implements Part {

    private static final int NUMBER = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final InstantSource CLOCK = InstantSource.system();

    private record One(Database database, Journal journal, Intake intake, Deliveries deliveries) {}

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        try (Child process = Child.java(folder.resolve("journals.log"), Journals.class, folder)) {
            String[] words = process.line().split(" ");
            double megabytes = process.residentMegabytes();
            return List.of(
                    Figure.bare("journals: kept a second by 1,000", Double.parseDouble(words[0]), "1/s", "1,000"),
                    Figure.bare("journals: durable, p50", Double.parseDouble(words[1]), "ms", ""),
                    Figure.bare("journals: durable, p99", Double.parseDouble(words[2]), "ms", ""),
                    Figure.bare("journals: memory of the process", megabytes, "MB", ""));
        }
    }

    /** Prints how many a second, p50 and p99 in milliseconds, and stays until it is stopped. */
    public static void main(String[] words) throws Exception {
        List<One> all = open(Path.of(words[0]));
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        long from = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            One one = all.get(i);
            long first = from + i * Duration.ofSeconds(1).toNanos() / all.size();
            threads.add(Thread.ofVirtual().start(() -> write(one, first, from + WARM_UP.toNanos(), nanos)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Durations times = Durations.ofNanos(nanos);
        System.out.println(times.count() / (double) MEASURED.toSeconds() + " " + times.percentile(50) + " "
                + times.percentile(99));
        LockSupport.park();
    }

    private static void write(One one, long first, long begin, ConcurrentLinkedQueue<Long> nanos) {
        long end = begin + MEASURED.toNanos();
        for (long due = first; due < end; due += Duration.ofSeconds(1).toNanos()) {
            LockSupport.parkNanos(due - System.nanoTime());
            keep(one);
            if (due >= begin) {
                nanos.add(System.nanoTime() - due);
            }
        }
    }

    private static void keep(One one) {
        try {
            one.intake.take(one.deliveries.body(Instant.now())).join();
        } catch (NotJson impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All but the first begin as copies of an empty migrated store: the scripts would take a tenth of a second for each. */
    private static List<One> open(Path folder) throws IOException {
        Path template = folder.resolve("template");
        Database.embedded(template).close();
        List<One> all = new ArrayList<>();
        for (int i = 0; i < NUMBER; i++) {
            Path own = Files.createDirectories(folder.resolve("journal-" + i));
            Files.copy(template.resolve("hub.mv.db"), own.resolve("hub.mv.db"));
            Database database = Database.embedded(own);
            Journal journal = Journal.open(database, CLOCK);
            IntakeRules rules =
                    new IntakeRules(Set.of(new NumberId(Deliveries.NUMBER)), Duration.ofDays(1), journal.id());
            all.add(new One(
                    database, journal, new Intake(journal, rules), new Deliveries("none", Hub.SECRET, 100, "j" + i)));
        }
        return all;
    }
}
