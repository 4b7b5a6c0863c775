// SPDX-License-Identifier: Apache-2.0
package baton.console;

import baton.run.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One tick a second for every countdown: each is a function of {@link #nowProperty()}. No animation runs for it, so the screen rests
 * in between. Ticks fall on full seconds of the clock handed in, which may be the hub's.
 */
public final class Ticker implements AutoCloseable {
    private static final long SECOND = 1000;

    private final InstantSource clock;
    private final Loop loop;
    private final ReadOnlyObjectWrapper<Instant> now;

    /** {@code screen}: an {@link Fx}. It does not tick before {@link #start()}. */
    public Ticker(InstantSource clock, Executor screen, Consumer<RuntimeException> trouble) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.loop = new Loop("ticker", () -> step(screen), trouble);
    }

    public Ticker start() {
        loop.start();
        return this;
    }

    /** The moment that all countdowns show. Screen's thread. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Instant now() {
        return now.get();
    }

    /** Looks at the clock. Screen's thread. */
    public void tick() {
        now.set(clock.instant());
    }

    @Override
    public void close() {
        loop.close();
    }

    private Duration step(Executor screen) {
        screen.execute(this::tick);
        return Duration.ofMillis(SECOND - Math.floorMod(clock.millis(), SECOND));
    }
}
