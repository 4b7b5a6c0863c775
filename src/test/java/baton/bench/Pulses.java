// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;

/** What the screen's thread did for each pulse: tasks that hopped to it, scrolling, styles and layout; painting apart. Its thread only. */
final class Pulses {

    private static final double STEP = 48;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final List<Long> nanos = new ArrayList<>();
    private long hopped;
    private long begun;

    /** Runs a task that hopped here and counts its time. */
    void work(Runnable task) {
        long from = System.nanoTime();
        task.run();
        hopped += System.nanoTime() - from;
    }

    /** Scrolls the scene's first list at every pulse for so many seconds; from any other thread. The first five do not count. */
    static Durations scrolling(Scene scene, Pulses pulses, int seconds) throws InterruptedException {
        AnimationTimer timer = Window.on(() -> pulses.begin(scene));
        Thread.sleep(WARM_UP);
        Window.run(pulses.nanos::clear);
        Thread.sleep(seconds * 1_000L);
        return Window.on(() -> {
            timer.stop();
            return Durations.ofNanos(pulses.nanos);
        });
    }

    private AnimationTimer begin(Scene scene) {
        VirtualFlow<?> flow = (VirtualFlow<?>) Window.flow(scene);
        scene.addPreLayoutPulseListener(() -> begun = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            nanos.add(hopped + System.nanoTime() - begun);
            hopped = 0;
        });
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                work(() -> flow.scrollPixels(STEP));
            }
        };
        timer.start();
        return timer;
    }
}
