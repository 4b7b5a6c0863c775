// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pretend customer: who they are, what they speak, and how they are.
 *
 * @param pace above 1: slower fingers
 * @param patience above 1: waits longer
 */
record Person(Identity identity, Tongue tongue, Reading reading, double pace, double patience) {

    /** Makes up somebody; {@code taken} says which numbers are in use. */
    static Person invent(Tongue tongue, Dice dice, Predicate<String> taken) {
        String number = number(tongue, dice);
        while (taken.test(number) || number.endsWith(Phone.NOT_ON_WHATSAPP)) {
            number = number(tongue, dice);
        }
        String userId = Countries.code(number) + "." + dice.letters(16);
        Optional<String> username = dice.chance(0.18)
                ? Optional.of(dice.pick(tongue.handles()) + "." + dice.pick(tongue.handles()) + dice.between(1, 99))
                : Optional.empty();
        boolean hidden = username.isPresent() && dice.chance(0.5);
        var identity = new Identity(number, dice.pick(tongue.names()), username, userId, hidden);
        int soonest = dice.between(600, 2_500);
        var reading = new Reading(
                Duration.ofMillis(soonest), Duration.ofMillis(soonest + dice.between(500, 6_000)), dice.chance(0.9));
        return new Person(identity, tongue, reading, dice.factor(0.7, 1.5), dice.factor(0.7, 1.6));
    }

    private static String number(Tongue tongue, Dice dice) {
        var digits = new StringBuilder();
        for (char c : dice.pick(tongue.numbers()).toCharArray()) {
            digits.append(c == '#' ? (char) ('0' + dice.between(0, 9)) : c);
        }
        return digits.toString();
    }

    /** How long these words take to type, 0.7 to 7 s. */
    Duration typing(String text) {
        double millis = Math.clamp(text.length() * 55.0, 700, 5_000) * pace;
        return Duration.ofMillis((long) millis);
    }
}
