// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the screen's thread. Whatever comes in while a hop is on its way rides with it: one hop per batch, in the order
 * given. Any thread may hand in; what crosses must be immutable.
 */
public final class Fx implements Executor {
    private final Executor hop;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** On JavaFX's own thread. */
    public Fx() {
        this(Platform::runLater);
    }

    /** {@code hop} runs what it is given once, later, on the thread that owns the nodes. */
    public Fx(Executor hop) {
        this.hop = hop;
    }

    @Override
    public void execute(Runnable task) {
        boolean isFirst;
        synchronized (waiting) {
            isFirst = waiting.isEmpty();
            waiting.add(task);
        }
        if (isFirst) {
            hop.execute(this::drain);
        }
    }

    /** A sink for values of which only the newest counts: between two hops the older ones are dropped unseen. */
    public <T> Consumer<T> newest(Consumer<T> screen) {
        var slot = new AtomicReference<@Nullable Held<T>>();
        return value -> {
            if (slot.getAndSet(new Held<>(value)) == null) {
                execute(() -> show(slot, screen));
            }
        };
    }

    private static <T> void show(AtomicReference<@Nullable Held<T>> slot, Consumer<T> screen) {
        @Nullable Held<T> last = slot.getAndSet(null);
        if (last != null) {
            screen.accept(last.value());
        }
    }

    /** Takes all at once, so that what a task hands in rides with the next hop and frames are drawn in between. */
    private void drain() {
        Runnable[] batch;
        synchronized (waiting) {
            batch = waiting.toArray(Runnable[]::new);
            waiting.clear();
        }
        for (int next = 0; next < batch.length; next++) {
            run(batch, next);
        }
    }

    /** One broken task must not take the rest of its batch with it, nor go unseen. */
    private static void run(Runnable[] batch, int at) {
        try {
            batch[at].run();
        } catch (RuntimeException broken) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, broken);
        }
    }

    private record Held<T>(T value) {}
}
