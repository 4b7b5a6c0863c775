// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class GatheredListTest {
    private final GatheredList<Integer> list = new GatheredList<>();
    private final List<Integer> copy = new ArrayList<>();
    private final Random chance = new Random(7);
    private int changes;

    @Test
    void whatItTellsMakesACopyOfIt() {
        list.addListener(this::follow);
        list.setAll(IntStream.range(0, 40).boxed().toList());
        for (int round = 0; round < 300; round++) {
            int before = changes;
            List<Integer> touched = new ArrayList<>(list);
            Collections.shuffle(touched, chance);
            list.together(() -> touched.stream().limit(7).forEach(this::move));
            assertThat(copy).isEqualTo(list);
            assertThat(changes).isLessThanOrEqualTo(before + 1);
        }
        list.setAll(List.of(9, 8));
        list.setAll(List.of());
        assertThat(copy).isEmpty();
    }

    /** Also to where it stood, or replaced by another in its place. */
    private void move(int item) {
        int from = list.indexOf(item);
        if (chance.nextInt(4) == 0) {
            list.set(from, item + 100);
            return;
        }
        list.remove(from, from + 1);
        list.add(chance.nextInt(list.size() + 1), item);
    }

    @Test
    void aSearchByHalvesDoesNotWalkThroughIt() {
        assertThat(list).isInstanceOf(RandomAccess.class);
    }

    private void follow(ListChangeListener.Change<? extends Integer> change) {
        changes++;
        while (change.next()) {
            if (change.wasPermutated()) {
                throw new AssertionError("Nothing is told as sorted");
            }
            copy.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                    .clear();
            copy.addAll(change.getFrom(), change.getAddedSubList());
        }
    }
}
