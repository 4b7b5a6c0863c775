// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The power goes while the embedded store is written from several sides, and of what was not forced to the disk only some is
 * there: every line that was acknowledged is, and the store opens.
 */
@Tag("faults")
@Execution(ExecutionMode.CONCURRENT)
final class PowerCutTest {

    private static final int ROUNDS = Integer.getInteger("faults.powercuts", 8);
    private static final long SEED = Long.getLong("faults.seed", 7);

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedLineIsThereAfterThePowerWent() throws Exception {
        int forces = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path data = Files.createDirectories(folder.resolve("round" + round));
            Map<Long, String> acknowledged = new ConcurrentHashMap<>();
            int lives = 1 + new Random(SEED + round).nextInt(3);
            for (int life = 0; life < lives; life++) {
                FaultyDisk disk = new FaultyDisk(SEED * 31 + round * 7L + life);
                workUntilTheCut(data, disk, acknowledged, life);
                forces += disk.forces();
            }
            allIsThere(data, acknowledged, "seed " + SEED + ", round " + round);
        }
        assertThat(forces).as("times the disk was forced").isPositive();
    }

    /** The first writes after an orderly stop are when H2 uses room of what the last state did without; then once more while that is mended. */
    @Test
    void everyAcknowledgedLineIsThereAfterTwoCutsSoonAfterAnOrderlyStop() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path data = Files.createDirectories(folder.resolve("stopped" + round));
            Map<Long, String> acknowledged = new ConcurrentHashMap<>();
            workInOrder(data, acknowledged);
            Random chance = new Random(SEED * 37 + round);
            for (int life = 0; life < 2; life++) {
                beginUntilTheCut(data, new FaultyDisk(chance.nextLong()), chance.nextInt(12), acknowledged);
            }
            allIsThere(data, acknowledged, "seed " + SEED + ", round " + round);
        }
    }

    private static void beginUntilTheCut(Path data, FaultyDisk disk, int writes, Map<Long, String> acknowledged) {
        disk.cutAfter(writes);
        try (Database database = Database.embedded(FaultyPath.put(data, disk));
                Journal journal = Journal.open(database, Clock.systemUTC())) {
            write(journal, "after " + acknowledged.size() + "-", acknowledged, disk);
        } catch (StoreException powerless) {
            assertThat(disk.isDead()).isTrue();
        }
    }

    private static void workInOrder(Path data, Map<Long, String> acknowledged) {
        try (Database database = Database.embedded(data);
                Journal journal = Journal.open(database, Clock.systemUTC())) {
            for (int i = 0; i < 60; i++) {
                String word = "first-" + i;
                acknowledged.put(
                        journal.submit(turn -> said(turn, word, new byte[300])).join(), word);
            }
        }
    }

    private static void workUntilTheCut(Path data, FaultyDisk disk, Map<Long, String> acknowledged, int life) {
        try (Database database = Database.embedded(FaultyPath.put(data, disk));
                Journal journal = Journal.open(database, Clock.systemUTC());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            disk.cutAfter(new Random(SEED + life + acknowledged.size()).nextInt(1_500));
            for (int i = 0; i < 4; i++) {
                String name = "life" + life + "-" + i + "-";
                threads.execute(() -> write(journal, name, acknowledged, disk));
            }
            threads.execute(() -> beside(database, disk));
            threads.execute(() -> compact(database, disk));
        }
    }

    /** Room is given back at the same time, with whatever is half moved when the power goes. */
    private static void compact(Database database, FaultyDisk disk) {
        Compaction compaction = new Compaction(database, 0, 1 << 20);
        try {
            while (!disk.isDead()) {
                compaction.slice();
                compaction.sliver();
            }
        } catch (StoreException powerless) {
            // the cut
        }
    }

    private static void write(Journal journal, String name, Map<Long, String> acknowledged, FaultyDisk disk) {
        for (int i = 0; !disk.isDead(); i++) {
            String word = name + i;
            byte[] body = new byte[200 + i % 700];
            try {
                long line = journal.submit(turn -> said(turn, word, body)).join();
                if (!disk.isDead()) { // with the power, whoever would have heard it is gone too
                    acknowledged.put(line, word);
                }
            } catch (CompletionException powerless) {
                return;
            }
        }
    }

    private static long said(Turn turn, String word, byte[] body) {
        turn.keepRaw(RawBody.of(body));
        return StoreContract.line(word).decide(turn);
    }

    /** What is written beside the journal is forced by nobody: leases, sign-ins, the volatile lane. */
    private static void beside(Database database, FaultyDisk disk) {
        Leases leases = new Leases(database, System::nanoTime, "somebody");
        try {
            for (int i = 0; !disk.isDead(); i++) {
                leases.hold("work" + i % 5, Duration.ofSeconds(8));
            }
        } catch (StoreException powerless) {
            // the cut
        }
    }

    private void allIsThere(Path data, Map<Long, String> acknowledged, String which) throws Exception {
        Path again = Files.createDirectories(data.resolve("again"));
        try (Database database = Database.embedded(data);
                Journal journal = Journal.open(database, Clock.systemUTC())) {
            Map<Long, String> kept = new ConcurrentHashMap<>();
            for (long from = 0; from < journal.head(); from += 1_000) {
                journal.after(from, 1_000)
                        .forEach(line -> kept.put(
                                line.seq(), StoreContract.word(line.event()).orElseThrow()));
            }
            assertThat(kept).as(which).containsAllEntriesOf(acknowledged);
            assertThat(List.copyOf(kept.keySet()).stream().sorted())
                    .as(which)
                    .containsExactlyElementsOf(LongLists.upTo(journal.head()));
            assertThat(new Check(database, again).firstDifference()).as(which).isEmpty();
        }
    }

    @Test
    void aFullDiskRefusesAndGoesOnWhenThereIsRoomWithoutARestart() throws Exception {
        FaultyDisk disk = new FaultyDisk(SEED);
        try (Database database = Database.embedded(FaultyPath.put(folder, disk));
                Journal journal = Journal.open(database, Clock.systemUTC())) {
            long before = journal.submit(StoreContract.line("before")).join();
            disk.fill();
            long refused = IntStream.range(0, 5)
                    .filter(i -> fails(journal, "full" + i))
                    .count();
            assertThat(refused).as("lines refused while the disk is full").isEqualTo(5);
            disk.makeRoom();
            long after = journal.submit(StoreContract.line("after")).join();
            assertThat(after).isGreaterThan(before);
            assertThat(journal.after(0, 100))
                    .extracting(line -> StoreContract.word(line.event()).orElseThrow())
                    .startsWith("before")
                    .endsWith("after");
        }
    }

    private static boolean fails(Journal journal, String word) {
        try {
            journal.submit(StoreContract.line(word)).join();
            return false;
        } catch (CompletionException full) {
            return true;
        }
    }
}
