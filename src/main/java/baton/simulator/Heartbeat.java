// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Repeats a step on a thread of its own, at least every 20 ms and at once when woken; a step that fails is reported and does not stop it. */
final class Heartbeat implements AutoCloseable {
    private static final long BEAT_MILLIS = 20;

    private final Runnable step;
    private final Consumer<String> log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean woken;
    private boolean stopped;

    Heartbeat(Runnable step, Consumer<String> log) {
        this.step = step;
        this.log = log;
        this.thread = Thread.ofPlatform().daemon().name("simulator-heartbeat").unstarted(this::repeat);
    }

    void start() {
        thread.start();
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void repeat() {
        while (pause()) {
            try {
                step.run();
            } catch (RuntimeException broken) {
                log.accept("the simulator's step failed: " + broken);
            }
        }
    }

    /** False when it is time to stop. */
    private boolean pause() {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
            while (!woken && !stopped && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
            return !stopped;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
