// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {

    private static final Instant TAKEN = Instant.parse("2026-11-22T14:00:00Z");
    private static final PersonId MINA = new PersonId("mina");
    private static final PersonId JUN = new PersonId("jun");
    private static final Claim.Held HELD = held(5, MINA);

    /** Seconds after the claim; an empty cell means no such thing. */
    @ParameterizedTest
    @CsvSource({
        // last input, stretched to, lease ends, idle ends, the hold ends
        ",    ,     420, 180, 180",
        "0,   ,     420, 180, 180",
        "200, ,     420, 380, 380",
        "240, ,     420, 420, 420",
        "400, ,     420, 580, 420",
        "400, 460,  460, 580, 460",
        "400, 300,  420, 580, 420",
        "880, 900,  900, 1060, 900",
        "899, 1400, 900, 1079, 900",
        "-60, ,     420, 180, 180",
    })
    void endsWhenTheFirstOfItsTwoClocksDoes(Long input, Long stretched, long lease, long idle, long until) {
        Optional<Touch> touch = Optional.ofNullable(input).map(seconds -> touch(seconds, stretched));

        assertThat(HELD.leaseEnd(touch)).isEqualTo(after(lease));
        assertThat(HELD.idleEnd(touch)).isEqualTo(after(idle));
        assertThat(HELD.until(touch)).isEqualTo(after(until));
    }

    @Test
    void aSentTextStartsEveryClockAnew() {
        Claim.Held renewed = HELD.renewed(after(600));

        assertThat(renewed.leaseEnd(Optional.empty())).isEqualTo(after(1020));
        assertThat(renewed.idleEnd(Optional.empty())).isEqualTo(after(780));
        assertThat(renewed.leaseEnd(Optional.of(touch(1400, 9000L)))).isEqualTo(after(1500));
        assertThat(renewed.number()).isEqualTo(HELD.number());
    }

    @Test
    void remembersTheNewestClaimThatWasSomebodyElses() {
        Claim.Held again = held(9, MINA).after(Optional.of(HELD));
        Claim.Held other = held(12, JUN).after(Optional.of(again));
        Claim.Held back = held(15, MINA).after(Optional.of(other));

        assertThat(again.another()).isEmpty();
        assertThat(other.another()).contains(new ClaimNumber(9));
        assertThat(back.another()).contains(new ClaimNumber(12));
        assertThat(back.newestNotBy(MINA)).contains(new ClaimNumber(12));
        assertThat(back.newestNotBy(JUN)).contains(new ClaimNumber(15));
    }

    @Test
    void aFreeConversationRemembersTheHoldThatWas() {
        assertThat(new Claim.Free().last()).isEmpty();
        assertThat(new Claim.Free(Optional.of(HELD)).last()).contains(HELD);
        assertThat(HELD.last()).contains(HELD);
    }

    private static Claim.Held held(long number, PersonId holder) {
        return new Claim.Held(
                new ClaimNumber(number),
                holder,
                TAKEN,
                Duration.ofMinutes(7),
                Duration.ofMinutes(15),
                Duration.ofMinutes(3));
    }

    private static Touch touch(long input, Long stretched) {
        return new Touch(
                new ConversationId(1),
                MINA,
                after(input),
                Optional.ofNullable(stretched).map(ClaimTest::after));
    }

    private static Instant after(long seconds) {
        return TAKEN.plusSeconds(seconds);
    }
}
