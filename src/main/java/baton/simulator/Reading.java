// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;

/** When somebody looks at what arrived, and whether they let the sender know (read receipts can be off: Cloud API 3.4). */
record Reading(Duration soonest, Duration latest, boolean receipts) {
    static final Reading SOON = new Reading(Duration.ofMillis(700), Duration.ofMillis(2_200), true);

    Reading withReceipts(boolean on) {
        return new Reading(soonest, latest, on);
    }

    Duration after(Dice dice) {
        return dice.millis((int) soonest.toMillis(), (int) latest.toMillis());
    }
}
