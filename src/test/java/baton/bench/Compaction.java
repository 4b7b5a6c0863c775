// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/**
 * A hub on the embedded store that is left alone after its load: it gives back room in its file in quiet moments. Looks from its making on, so that
 * something else may be warmed up meanwhile, but nothing measured.
 */
final class Compaction {

    /** When it has begun to give back, and none came for so long, it is done. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Hub hub;
    private final Path data;
    private final CompletableFuture<Void> over;

    Compaction(Hub hub, Path data) throws IOException {
        this.hub = hub;
        this.data = data;
        long full = Hub.bytes(data);
        over = CompletableFuture.runAsync(() -> await(data, full), Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Much is written anew before any room comes back. Gives up loudly if none does, or if it still does after {@link #LONGEST}. */
    private static void await(Path data, long full) {
        Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(LONGEST).until(() -> Hub.bytes(data) < full);
        AtomicLong least = new AtomicLong(full);
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(LONGEST)
                .during(QUIET)
                .until(() -> {
                    long now = Hub.bytes(data);
                    return now >= least.getAndAccumulate(now, Math::min);
                });
    }

    /** Waits for its end, and stops the hub. */
    void finish() {
        over.join();
        hub.close();
    }

    /** Bytes of its files, once it has been finished. */
    long bytes() throws IOException {
        return Hub.bytes(data);
    }
}
