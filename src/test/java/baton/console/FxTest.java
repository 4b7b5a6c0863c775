// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class FxTest {
    private final Queue<Runnable> hops = new ArrayDeque<>();
    private final Fx fx = new Fx(hops::add);
    private final List<String> seen = new ArrayList<>();

    @Test
    void whatComesInBeforeTheHopRidesWithIt() {
        fx.execute(() -> seen.add("a"));
        fx.execute(() -> seen.add("b"));
        assertThat(hops).hasSize(1);
        hops.remove().run();
        assertThat(seen).containsExactly("a", "b");
        assertThat(hops).isEmpty();
    }

    @Test
    void whatATaskHandsInTakesTheNextHop() {
        fx.execute(() -> fx.execute(() -> seen.add("later")));
        hops.remove().run();
        assertThat(seen).isEmpty();
        hops.remove().run();
        assertThat(seen).containsExactly("later");
    }

    @Test
    void onlyTheNewestValueIsShown() {
        Consumer<String> sink = fx.newest(seen::add);
        sink.accept("old");
        sink.accept("new");
        hops.remove().run();
        sink.accept("newer");
        hops.remove().run();
        assertThat(seen).containsExactly("new", "newer");
    }

    @Test
    void aBrokenTaskDoesNotTakeTheOthersWithIt() {
        var told = new ArrayList<Throwable>();
        Thread.currentThread().setUncaughtExceptionHandler((_, broken) -> told.add(broken));
        try {
            fx.execute(() -> {
                throw new IllegalStateException("broken");
            });
            fx.execute(() -> seen.add("fine"));
            hops.remove().run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(seen).containsExactly("fine");
        assertThat(told).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
    }
}
