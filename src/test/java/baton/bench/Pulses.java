// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.console.Screens;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * What the screen's thread did for each pulse: tasks that hopped to it, scrolling, styles and layout; painting apart. By the clock, and
 * of that on a processor. Its thread only.
 */
final class Pulses {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double STEP = 48;

    private final List<Long> nanos = new ArrayList<>();
    private final List<Long> processor = new ArrayList<>();
    private Spent hopped = Spent.NOTHING;
    private Spent begun = Spent.NOTHING;
    private Runnable noted = () -> {};

    /** How far the clock has come, and this thread's use of a processor. */
    private record Spent(long nanos, long processor) {
        private static final Spent NOTHING = new Spent(0, 0);

        static Spent now() {
            return new Spent(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
        }

        Spent since(Spent from) {
            return new Spent(nanos - from.nanos, processor - from.processor);
        }

        Spent and(Spent more) {
            return new Spent(nanos + more.nanos, processor + more.processor);
        }
    }

    /** What was measured: one after the other, each pulse. */
    record Measured(Durations clock, Durations processor) {}

    /** Runs a task that hopped here and counts its time. */
    void work(Runnable task) {
        Spent from = Spent.now();
        task.run();
        hopped = hopped.and(Spent.now().since(from));
    }

    /**
     * Turns the wheel over that list at every pulse, and measures those of so many seconds once this process's compilers rest; {@code rested}
     * hears after how many seconds they do. From any other thread. {@code folder} as in {@link Rest}.
     */
    Measured scrolling(Scene scene, Node list, int seconds, Path folder, DoubleConsumer rested)
            throws IOException, InterruptedException {
        AnimationTimer wheel = Window.on(() -> begin(scene, list));
        rested.accept(Rest.awaitOwn(folder));
        CompletableFuture<Measured> measured = new CompletableFuture<>();
        Window.run(() -> measure(Duration.ofSeconds(seconds), measured));
        try {
            return measured.join();
        } finally {
            Window.run(wheel::stop);
        }
    }

    /** The pulses from now on; the first one after that time tells what they took. */
    private void measure(Duration time, CompletableFuture<Measured> then) {
        nanos.clear();
        processor.clear();
        long from = System.nanoTime();
        noted = () -> {
            if (System.nanoTime() - from >= time.toNanos()) {
                noted = () -> {};
                then.complete(new Measured(Durations.ofNanos(nanos), Durations.ofNanos(processor)));
            }
        };
    }

    private void note(Spent pulse) {
        nanos.add(pulse.nanos);
        processor.add(pulse.processor);
        noted.run();
    }

    /** Waits for the end of the scene's next layout; its time by {@link System#nanoTime()}. From any other thread. */
    static long laidOut(Scene scene) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        Window.run(() -> {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    end.complete(System.nanoTime());
                }
            });
            Platform.requestNextPulse();
        });
        return end.join();
    }

    private AnimationTimer begin(Scene scene, Node list) {
        scene.addPreLayoutPulseListener(() -> begun = Spent.now());
        scene.addPostLayoutPulseListener(() -> {
            note(hopped.and(Spent.now().since(begun)));
            hopped = Spent.NOTHING;
        });
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                work(() -> list.fireEvent(Screens.wheel(-STEP)));
            }
        };
        timer.start();
        return timer;
    }
}
