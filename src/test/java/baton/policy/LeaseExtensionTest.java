// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.PersonId;
import baton.domain.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseExtensionTest {

    private final Story story = new Story();

    private Instant taken = story.now();

    @ParameterizedTest
    @CsvSource({
        // at, last input, stretched to before, stretched to now (seconds after the claim)
        "10,  0,   ,    ",
        "359, 300, ,    ",
        "360, 300, ,    ",
        "361, 300, ,    421",
        "419, 300, ,    479",
        "470, 469, 479, 530",
        "860, 859, 870, 900",
        "895, 894, 900, 900",
    })
    void typingInTheLastMinuteStretchesTheLeaseUpToTheLimit(long at, long input, Long before, Long expected) {
        claim();
        Touch next = touched(Story.MINA, at, Optional.of(touch(input, before)), true);

        assertThat(next.leaseUntil().filter(taken.plusSeconds(420)::isBefore))
                .isEqualTo(Optional.ofNullable(expected).map(this::after));
        assertThat(next.lastInput()).isEqualTo(after(at));
    }

    @Test
    void lookingAndOtherPeoplesTypingStretchNothing() {
        claim();

        assertThat(touched(Story.MINA, 400, Optional.of(touch(300, null)), false)
                        .leaseUntil())
                .isEmpty();
        assertThat(touched(Story.JUN, 400, Optional.empty(), true).leaseUntil()).isEmpty();
        assertThat(touched(Story.JUN, 400, Optional.empty(), true).lastInput()).isEqualTo(after(400));
    }

    @ParameterizedTest
    @CsvSource({"180, ", "200, ", "381, 200", "420, 300", "900, 899"})
    void inputAfterTheEndBringsNoHoldBack(long at, Long input) {
        claim();
        Optional<Touch> before = Optional.ofNullable(input).map(seconds -> touch(seconds, null));
        Touch next = touched(Story.MINA, at, before, true);

        assertThat(ClaimPolicy.heldAt(story.conversation().claim(), Optional.of(next), after(at)))
                .isEmpty();
    }

    @Test
    void aNewClaimCountsInputAnew() {
        claim();
        Optional<Touch> old = Optional.of(touched(Story.MINA, 200, Optional.empty(), true));
        story.after(Duration.ofMinutes(5));
        claim();
        Touch next = touched(Story.MINA, 100, old, true);

        assertThat(next.lastInput()).isEqualTo(after(100));
        assertThat(ClaimPolicy.heldAt(story.conversation().claim(), Optional.of(next), after(279)))
                .isPresent();
    }

    private void claim() {
        story.claims(Story.MINA);
        taken = story.now();
    }

    private Touch touched(PersonId who, long at, Optional<Touch> before, boolean typing) {
        return LeaseExtension.touched(story.conversation(), before, who, typing, after(at));
    }

    private Touch touch(long input, Long stretched) {
        Optional<Instant> until = Optional.ofNullable(stretched).map(this::after);
        return new Touch(story.conversation().id(), Story.MINA, after(input), until);
    }

    private Instant after(long seconds) {
        return taken.plusSeconds(seconds);
    }
}
