// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * What the weather does to one update, decided by seed and key alone, so that a run can be repeated.
 *
 * @param delay how long it is held back
 * @param again the same body once more, after this long
 * @param rewrapped the same update in another body, after this long
 * @param batched waits for others to share a POST
 * @param shape how the item itself is bent
 */
record Forecast(Duration delay, Optional<Duration> again, Optional<Duration> rewrapped, boolean batched, Shape shape) {

    /**
     * How the JSON of one item is bent.
     *
     * @param odd unknown properties, numbers where texts are documented and the reverse
     * @param userIdMissing as before April 2026
     * @param phoneMissing as for people with a username
     */
    record Shape(boolean odd, boolean userIdMissing, boolean phoneMissing) {
        static final Shape STRAIGHT = new Shape(false, false, false);
    }

    private static final Forecast CALM =
            new Forecast(Duration.ZERO, Optional.empty(), Optional.empty(), false, Shape.STRAIGHT);

    static Forecast of(Weather weather, long seed, Update update) {
        return switch (weather) {
            case CALM -> CALM;
            case ROUGH -> rough(Dice.of(seed, update.key()));
        };
    }

    private static Forecast rough(Dice dice) {
        Duration delay = delay(dice);
        Optional<Duration> again = dice.chance(0.15) ? Optional.of(dice.millis(50, 6_000)) : Optional.empty();
        Optional<Duration> rewrapped = dice.chance(0.12) ? Optional.of(dice.millis(50, 8_000)) : Optional.empty();
        boolean batched = dice.chance(0.35);
        return new Forecast(
                delay, again, rewrapped, batched, new Shape(dice.chance(0.3), dice.chance(0.1), dice.chance(0.4)));
    }

    private static Duration delay(Dice dice) {
        if (dice.chance(0.06)) {
            return dice.millis(8_000, 60_000);
        }
        return dice.chance(0.4) ? dice.millis(100, 2_500) : dice.millis(0, 60);
    }
}
