// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatestTest {

    private final Latest latest = new Latest();

    private static List<Recorded> lines(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> new Recorded(
                        seq, Instant.EPOCH, Optional.empty(), StoreContract.HUB, StoreContract.event("line " + seq)))
                .toList();
    }

    /** As if the journal's head had stood right before them. */
    private void add(List<Recorded> lines) {
        latest.add(new Remembered.Head(lines.getFirst().seq() - 1, Instant.EPOCH), lines);
    }

    @Test
    void theNewestLinesAreThereAndOlderOnesAreNot() {
        long much = 3L * Latest.KEPT;
        add(lines(1, 10));
        add(lines(11, much));
        long oldest = much - Latest.KEPT;
        assertThat(latest.between(oldest, much, 2 * Latest.KEPT)).contains(lines(oldest + 1, much));
        assertThat(latest.between(oldest + 3, much, 5)).contains(lines(oldest + 4, oldest + 8));
        assertThat(latest.between(oldest + 3, oldest + 5, 50)).contains(lines(oldest + 4, oldest + 5));
        assertThat(latest.between(oldest - 1, much, 5)).isEmpty();
        assertThat(latest.between(much, much, 5)).contains(List.of());
    }

    @Test
    void nothingIsSaidAboutLinesThatAnotherHubWrote() {
        add(lines(1, 4));
        add(lines(7, 8));
        assertThat(latest.between(6, 8, 5)).contains(lines(7, 8));
        assertThat(latest.between(5, 8, 5)).isEmpty();
        assertThat(latest.between(8, 9, 5)).isEmpty();
    }

    @Test
    void aServerThatCameBackWithAnOlderHistoryIsNotMixedWithOurs() {
        add(lines(1, 4));
        latest.add(new Remembered.Head(4, Instant.EPOCH.plusSeconds(9)), lines(5, 5));
        assertThat(latest.between(4, 5, 5)).contains(lines(5, 5));
        assertThat(latest.between(3, 5, 5)).isEmpty();
    }

    @Test
    void beforeTheFirstLineOfThisHubNothingIsKnown() {
        assertThat(latest.between(3, 5, 5)).isEmpty();
        assertThat(latest.between(0, 0, 5)).contains(List.of());
        add(lines(6, 6));
        assertThat(latest.between(3, 6, 5)).isEmpty();
        assertThat(latest.between(5, 6, 5)).contains(lines(6, 6));
    }
}
