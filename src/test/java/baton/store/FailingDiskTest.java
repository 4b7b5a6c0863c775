// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of an embedded store in the moment between a commit and the disk. */
final class FailingDiskTest {

    private final FaultyDisk disk = new FaultyDisk(7);
    private final List<String> seen = new ArrayList<>();

    @TempDir
    private Path folder;

    private Database database;
    private Journal journal;

    @BeforeEach
    void begin() {
        database = Database.embedded(FaultyPath.put(folder, disk));
        journal = Journal.open(database, Clock.systemUTC());
        journal.submit(StoreContract.line("before")).join();
    }

    @AfterEach
    void end() {
        disk.whenForced(() -> {});
        journal.close();
        database.close();
    }

    /** The first time it came into the store, and perhaps not to the disk; the second time adds nothing. */
    @Test
    void anAnswerThatLeansOnWhatTheDiskRefusedWaitsForTheDisk() {
        disk.whenForced(() -> {
            throw new IOException("Input/output error");
        });
        assertThatThrownBy(() -> journal.submit(StoreContract.line("twice")).join())
                .isInstanceOf(CompletionException.class);
        disk.whenForced(() -> {});
        int forces = disk.forces();
        assertThat(journal.submit(_ -> "it is there").join()).isEqualTo("it is there");
        assertThat(disk.forces()).isGreaterThan(forces);
        assertThat(words()).containsExactly("before", "twice");
    }

    @Test
    void aDecisionThatLeavesNothingCostsNoWrite() {
        int writes = disk.writes();
        assertThat(journal.submit(_ -> "looked").join()).isEqualTo("looked");
        assertThat(disk.writes()).isEqualTo(writes);
    }

    @Test
    void aLineIsShownOnceTheDiskHasIt() {
        disk.whenForced(() -> elsewhere(() -> {
            journal.look();
            seen.addAll(words());
        }));
        journal.submit(StoreContract.line("after")).join();
        assertThat(seen).containsOnly("before");
        assertThat(words()).containsExactly("before", "after");
    }

    @Test
    void whatTheDiskRefusedWasShownToNobody() {
        List<CompletableFuture<Long>> reading = new ArrayList<>();
        disk.whenForced(() -> {
            elsewhere(() -> {
                journal.look();
                seen.addAll(words());
            });
            reading.add(asking());
            throw new IOException("Input/output error");
        });
        assertThatThrownBy(() -> journal.submit(StoreContract.line("refused")).join())
                .isInstanceOf(CompletionException.class);
        assertThat(seen).containsOnly("before");
        assertThat(again(this::words)).containsExactly("before");
        assertThatThrownBy(() -> reading.getFirst().join()).hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void whatCameThroughAllTheSameIsToldWithTheNext() {
        disk.whenForced(() -> {
            throw new IOException("Input/output error");
        });
        assertThatThrownBy(() -> journal.submit(StoreContract.line("refused")).join())
                .isInstanceOf(CompletionException.class);
        disk.whenForced(() -> {});
        long next = again(() -> journal.submit(StoreContract.line("next")).join());
        assertThat(journal.head()).isEqualTo(next);
        assertThat(words()).startsWith("before").endsWith("next").doesNotHaveDuplicates();
    }

    @Test
    void rowsThatAreOnTheDiskAreReadAtOnce() {
        assertThat(journal.kept(() -> 7)).isEqualTo(7);
    }

    /** Until the store that closed itself is open again. */
    private static <T> T again(Callable<T> question) {
        return await().ignoreExceptions().until(question, _ -> true);
    }

    private List<String> words() {
        return journal.after(0, 100).stream()
                .map(line -> StoreContract.word(line.event()).orElseThrow())
                .toList();
    }

    /** Reads rows while the line is being written; the answer waits until that is decided. */
    private CompletableFuture<Long> asking() {
        CompletableFuture<Boolean> hasRead = new CompletableFuture<>();
        CompletableFuture<Long> answer = CompletableFuture.supplyAsync(
                () -> journal.kept(() -> {
                    hasRead.complete(true);
                    return journal.look();
                }),
                Thread::startVirtualThread);
        hasRead.join();
        return answer;
    }

    private static void elsewhere(Runnable reading) {
        CompletableFuture.runAsync(reading, Thread::startVirtualThread).join();
    }
}
