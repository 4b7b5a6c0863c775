// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a desk comes up: last time's first page is shown as soon as it is read; the files, two databases, are opened when that is drawn or somebody needs
 * them, without a first page at once; what goes on all day begins then. Safe from any thread.
 */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final WorkspaceSettings settings;
    private final Files files;
    private final Surface surface;
    private final CompletableFuture<Optional<FirstPage.Content>> page = new CompletableFuture<>();
    private final CompletableFuture<Void> drawn;
    private final CompletableFuture<Void> needed = new CompletableFuture<>();
    private final CompletableFuture<OpenDesk> desk = new CompletableFuture<>();

    /** {@code drawn}: completes when the first page is on the screen. */
    Opening(WorkspaceSettings settings, Files files, Surface surface, CompletableFuture<Void> drawn) {
        this.settings = settings;
        this.files = files;
        this.surface = surface;
        this.drawn = drawn;
    }

    void begin() {
        Thread.ofVirtual().name("desk-opening").start(this::open);
    }

    private void open() {
        Optional<DeskLock> lock = Optional.empty();
        try {
            Optional<FirstPage.Content> shown = files.show(surface);
            page.complete(shown);
            if (shown.isPresent()) {
                CompletableFuture.anyOf(drawn, needed).join();
            }
            lock = files.folder().map(DeskLock::take);
            desk.complete(new OpenDesk(settings, files, surface, lock));
            drawn.join();
            desk.join().start();
        } catch (RuntimeException | Error broken) {
            failed(broken, lock);
            if (broken instanceof Error fatal) {
                throw fatal;
            }
        }
    }

    /** Whoever waits for the desk is told, and the log, wherever it broke. */
    private void failed(Throwable broken, Optional<DeskLock> lock) {
        LOG.error("The desk could not be opened and brought to the screen", broken);
        page.complete(Optional.empty());
        lock.filter(_ -> !desk.isDone()).ifPresent(DeskLock::close);
        surface.link().unwritable(String.valueOf(broken.getMessage()));
        desk.completeExceptionally(broken);
    }

    /** The first page, waited for; empty without one. */
    Optional<FirstPage.Content> page() {
        return page.join();
    }

    /** Completes when there is something to see. */
    CompletableFuture<Void> shown() {
        return page.thenCompose(
                shown -> shown.isPresent() ? CompletableFuture.completedFuture(null) : desk.thenAccept(_ -> {}));
    }

    CompletableFuture<Void> drawn() {
        return drawn;
    }

    /** Completes when the files are open, whenever that is. */
    CompletableFuture<OpenDesk> desk() {
        return desk;
    }

    /** The same, and has them opened now. */
    CompletableFuture<OpenDesk> needed() {
        needed.complete(null);
        return desk;
    }

    /** The open files; empty before and when they could not be opened. */
    Optional<OpenDesk> now() {
        return desk.isDone() && !desk.isCompletedExceptionally() ? Optional.of(desk.join()) : Optional.empty();
    }

    /** Waits until everything is open, and closes it. */
    void close() {
        drawn.complete(null);
        desk.handle((open, _) -> Optional.ofNullable(open)).join().ifPresent(OpenDesk::close);
    }
}
