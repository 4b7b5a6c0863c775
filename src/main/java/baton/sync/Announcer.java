// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners of every change, one batch at a time in the order they happened, on one thread of its own. */
final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("desk-announcer").factory());

    void add(WorkspaceListener listener) {
        listeners.add(listener);
    }

    /** Queues the batch; {@code told} runs when all listeners have heard it. */
    void announce(Changes changes, Runnable told) {
        try {
            thread.execute(() -> {
                listeners.forEach(listener -> tell(listener, changes));
                told.run();
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nobody listens any more");
        }
    }

    void announce(Changes changes) {
        announce(changes, () -> {});
    }

    private static void tell(WorkspaceListener listener, Changes changes) {
        try {
            listener.changed(changes);
        } catch (RuntimeException broken) {
            LOG.error("A listener could not take a change", broken);
        }
    }

    /** What is queued is still told, in the background; nothing new is. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
