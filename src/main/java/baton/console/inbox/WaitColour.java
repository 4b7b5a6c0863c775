// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import java.time.Duration;

/** The three tiers of waiting (SPEC.md K6): under 5 minutes, up to 15, and longer. */
enum WaitColour {
    GOLDEN,
    WARM,
    LATE;

    private static final Duration WARM_FROM = Duration.ofMinutes(5);
    private static final Duration LATE_FROM = Duration.ofMinutes(15);

    static WaitColour of(Duration waited) {
        if (waited.compareTo(WARM_FROM) < 0) {
            return GOLDEN;
        }
        return waited.compareTo(LATE_FROM) <= 0 ? WARM : LATE;
    }
}
