// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.MessageId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The rules of standing still, without a single node. */
final class ArrangementTest {
    private static final double VIEW = 600;

    private final Arrangement arrangement = new Arrangement();
    private final Map<Object, Double> heights = new HashMap<>();

    @Test
    void itOpensAtTheBottomAndFollowsWhatComes() {
        arrangement.open(days(0, 50));
        arrange();
        assertThat(arrangement.placed().last()).isEqualTo(49);
        assertThat(arrangement.placed().bottom()).isEqualTo(VIEW - Arrangement.EDGE);
        arrangement.update(days(0, 51));
        arrange();
        assertThat(arrangement.placed().last()).isEqualTo(50);
        assertThat(arrangement.isFollowing()).isTrue();
    }

    @Test
    void fewEntriesStandAtTheBottom() {
        arrangement.open(days(0, 2));
        arrange();
        assertThat(arrangement.placed().bottom()).isEqualTo(VIEW - Arrangement.EDGE);
        assertThat(arrangement.placed().first()).isZero();
    }

    @Test
    void scrollingStopsAtBothEnds() {
        arrangement.open(days(0, 50));
        arrange();
        arrangement.scrollBy(-100_000);
        arrange();
        assertThat(arrangement.placed().first()).isZero();
        assertThat(arrangement.placed().top()).isEqualTo(Arrangement.EDGE);
        assertThat(arrangement.isFollowing()).isFalse();
        arrangement.scrollBy(100_000);
        arrange();
        assertThat(arrangement.isFollowing()).isTrue();
    }

    @Test
    void nothingInTheListIsNothingInView() {
        arrangement.open(List.of());
        arrange();
        assertThat(arrangement.placed()).isEqualTo(Arrangement.Placed.NOTHING);
    }

    /** Wherever the view is, older entries in front, newer ones behind and other heights beside leave an entry where it was. */
    @Property
    void anEntryThatStaysInTheListStaysInItsPlace(
            @ForAll @Size(min = 40, max = 40) List<@IntRange(min = 20, max = 300) Integer> sizes,
            @ForAll @IntRange(min = -6000, max = 6000) int scroll,
            @ForAll @IntRange(max = 30) int older,
            @ForAll @IntRange(max = 30) int newer) {
        for (int day = 0; day < sizes.size(); day++) {
            heights.put(key(day), (double) sizes.get(day));
        }
        arrangement.open(days(0, 40));
        arrange();
        arrangement.scrollBy(scroll);
        arrange();
        boolean isFree = !arrangement.isFollowing() && arrangement.placed().first() > 0;
        Map<Object, Double> before = tops();
        arrangement.update(days(-older, 40 + newer));
        arrange();
        if (isFree) {
            assertThat(tops()).containsAllEntriesOf(before);
        }
        assertThat(arrangement.placed().bottom()).isGreaterThanOrEqualTo(VIEW - Arrangement.EDGE);
    }

    @Property
    void theViewIsAlwaysFilledWithoutGaps(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 900) Integer> sizes,
            @ForAll @Size(max = 8) List<@IntRange(min = -2000, max = 2000) Integer> scrolls) {
        for (int day = 0; day < sizes.size(); day++) {
            heights.put(key(day), (double) sizes.get(day));
        }
        arrangement.open(days(0, sizes.size()));
        arrange();
        for (int scroll : scrolls) {
            arrangement.scrollBy(scroll);
            arrange();
            double total = sizes.stream().mapToInt(it -> it).sum();
            assertThat(arrangement.placed().top())
                    .isLessThanOrEqualTo(Math.max(Arrangement.EDGE, VIEW - Arrangement.EDGE - total));
        }
    }

    private Map<Object, Double> tops() {
        var tops = new HashMap<Object, Double>();
        for (int place = arrangement.placed().first();
                place <= arrangement.placed().last();
                place++) {
            tops.put(arrangement.entries().get(place).key(), arrangement.top(place));
        }
        return tops;
    }

    private void arrange() {
        arrangement.arrange(
                VIEW,
                place -> heights.getOrDefault(arrangement.entries().get(place).key(), 60.0));
    }

    private static List<Entry> days(int from, int to) {
        return new ArrayList<>(
                IntStream.range(from, to).<Entry>mapToObj(ArrangementTest::key).toList());
    }

    private static Entry.Day key(int day) {
        return new Entry.Day(LocalDate.EPOCH.plusDays(1000L + day), new MessageId(1000L + day));
    }
}
