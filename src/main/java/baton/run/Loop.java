// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Repeats one step for ever: waits as long as the step says, wakes early when asked, survives what the step throws. The
 * step runs on one thread at a time: the loop's own, or in tests whoever calls {@link #runOnce()} by hand.
 */
public final class Loop implements AutoCloseable {
    /** One step; tells how long to wait until the next, zero = at once. */
    @FunctionalInterface
    public interface Step {
        Duration run();
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final Step step;
    private final Consumer<RuntimeException> trouble;
    private final Duration longestPause;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private Duration pause = FIRST_PAUSE;
    private String lastTrouble = "";
    private volatile boolean stopping;

    /** {@code trouble} hears of each failure once, until another one or a good step comes; it is called on the loop's thread. */
    public Loop(String name, Step step, Consumer<RuntimeException> trouble) {
        this(name, step, trouble, LONGEST_PAUSE);
    }

    /** The same for a step that must not be found resting when what it needs comes back: its wait after failures stays within {@code longestPause}, from 1 s. */
    public Loop(String name, Step step, Consumer<RuntimeException> trouble, Duration longestPause) {
        this.step = step;
        this.trouble = trouble;
        this.longestPause = longestPause;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Begins to repeat; call once. */
    public Loop start() {
        thread.start();
        return this;
    }

    /** The next step comes at once, or right after the one that runs now. Any thread. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /**
     * One step; tells how long to wait until the next. A failure is told, and the wait grows with each one in a row from
     * 1 s to the longest, 30 s unless said otherwise.
     */
    public synchronized Duration runOnce() {
        try {
            Duration wait = step.run();
            pause = FIRST_PAUSE;
            lastTrouble = "";
            return wait;
        } catch (RuntimeException broken) {
            tell(broken);
            Duration wait = pause;
            pause = shorter(pause.multipliedBy(2), longestPause);
            return wait;
        }
    }

    private void tell(RuntimeException broken) {
        if (!broken.toString().equals(lastTrouble)) {
            lastTrouble = broken.toString();
            trouble.accept(broken);
        }
    }

    private void run() {
        while (!stopping) {
            await(runOnce());
        }
    }

    private void await(Duration wait) {
        try {
            if (wakes.tryAcquire(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Begins no other step; does not wait for the one that runs. Told to all loops first, they end together. */
    public void stop() {
        stopping = true;
        wake();
    }

    /** Lets the step that runs end, at most 10 s, and begins no other. Never interrupts: an embedded store would not survive it. */
    @Override
    public void close() {
        stop();
        try {
            if (thread.isAlive()) {
                thread.join(LONGEST_GOODBYE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
