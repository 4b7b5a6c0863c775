// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut left a hole in a write, whose head and foot are there: the newest state that is whole is shown, and nothing else. */
final class AftermathTest {

    private static final int BLOCK = 4_096;
    private static final int ROWS = 60;

    private static final int SECOND_CUTS = 60;

    @TempDir
    private Path folder;

    private Path cut;

    @Test
    void withoutAHoleTheLastStateIsShown() throws IOException {
        workUntilTheCut(1, 3);
        assertThat(shown(cut)).hasValue(3);
    }

    @Test
    void whateverBlockOfTheLastWriteIsMissingTheStateBeforeItIsShown() throws IOException {
        workUntilTheCut(1, 3);
        for (int hole : blocksOf(3)) {
            assertThat(shown(without(hole))).as("without block " + hole).hasValue(2);
        }
    }

    @Test
    void aHoleInTheWriteBeforeTheLastTakesTheOneThatBuildsOnIt() throws IOException {
        workUntilTheCut(1, 3);
        for (int hole : blocksOf(2)) {
            assertThat(shown(without(hole))).as("without block " + hole).hasValue(1);
        }
    }

    /** The third state is whole, but builds on what is not: were it left, it could pass for one that is written with its number later. */
    @Test
    void aSecondCutWhileThatIsMendedShowsTheSameState() throws IOException {
        workUntilTheCut(1, 3);
        Path torn = without(blocksOf(2).first() + 1);
        for (int cuts = 0; cuts < SECOND_CUTS; cuts++) {
            Path again = Files.createDirectories(folder.resolve("again" + cuts));
            Path file = Files.copy(torn, again.resolve("store.mv.db"));
            FaultyDisk disk = new FaultyDisk(cuts);
            disk.cutAfter(cuts % 6);
            try {
                Aftermath.settle(OrderedPath.to(FaultyPath.put(again, disk) + "/store.mv.db"));
            } catch (StoreException powerless) {
                assertThat(disk.isDead()).isTrue();
            }
            assertThat(shown(file)).as("cut " + cuts).hasValue(1);
        }
    }

    /** A disk that lost what it had said to be safe is no reason to go back silently behind what was acknowledged. */
    @Test
    void whatWasForcedIsNotDoubted() throws IOException {
        workUntilTheCut(2, 3);
        NavigableSet<Integer> blocks = blocksOf(2);
        for (int hole : blocks.subSet(blocks.first() + 1, blocks.last())) {
            assertThat(shown(without(hole))).as("without block " + hole).isNotEqualTo(Optional.of(1));
        }
    }

    /** Writes all rows, then the first third, then the last third, as one state each, the first few forced to the disk, and copies the file. */
    private void workUntilTheCut(int forced, int states) throws IOException {
        Path file = folder.resolve("working.mv.db");
        try (MVStore store = open(file)) {
            MVMap<Integer, String> rows = store.openMap("rows");
            for (int state = 1; state <= states; state++) {
                for (int row = 0; row < ROWS; row++) {
                    if (written(state, row) == state) {
                        rows.put(row, text(state, row));
                    }
                }
                store.commit();
                if (state <= forced) {
                    store.sync();
                }
            }
            cut = Files.copy(file, folder.resolve("cut.mv.db"));
        }
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(OrderedPath.to(file.toString()))
                .autoCommitDisabled()
                .open();
        store.setRetentionTime(60_000);
        return store;
    }

    /** The state that is shown whole, if the file opens. */
    private static Optional<Integer> shown(Path file) {
        try (MVStore store = settled(file)) {
            MVMap<Integer, String> rows = store.openMap("rows");
            Set<String> texts = IntStream.range(0, ROWS).mapToObj(rows::get).collect(Collectors.toSet());
            return IntStream.rangeClosed(1, 3)
                    .boxed()
                    .filter(state -> texts.equals(texts(state)))
                    .findFirst();
        } catch (MVStoreException | StoreException refused) {
            return Optional.empty();
        }
    }

    private static MVStore settled(Path file) {
        Aftermath.settle(OrderedPath.to(file.toString()));
        return open(file);
    }

    private static Set<String> texts(int state) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> text(written(state, row), row))
                .collect(Collectors.toSet());
    }

    /** The state that wrote this row last. */
    private static int written(int state, int row) {
        if (state > 1 && row < ROWS / 3) {
            return 2;
        }
        return state > 2 && row >= ROWS * 2 / 3 ? 3 : 1;
    }

    private static String text(int state, int row) {
        return "%d %d %s".formatted(state, row, "x".repeat(900));
    }

    private Path without(int block) throws IOException {
        Path file = Files.copy(cut, folder.resolve("without" + block + ".mv.db"));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((long) block * BLOCK);
            bytes.write(new byte[BLOCK]);
        }
        return file;
    }

    /** Of the write that made this state. */
    private NavigableSet<Integer> blocksOf(int state) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(cut));
        NavigableSet<Integer> blocks = new TreeSet<>();
        for (int block = 2; block < file.limit() / BLOCK; block++) {
            int first = block;
            ChunkMark.at(file.position(block * BLOCK))
                    .filter(chunk -> chunk.version() == state)
                    .ifPresent(chunk ->
                            IntStream.range(0, (int) chunk.bytes() / BLOCK).forEach(i -> blocks.add(first + i)));
        }
        assertThat(blocks).as("blocks of state " + state).hasSizeGreaterThan(4);
        return blocks;
    }
}
