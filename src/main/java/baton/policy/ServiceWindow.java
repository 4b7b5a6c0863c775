// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The platform's customer service window: 24 h from the newest thing the customer did, by Meta's clock; outside it only
 * templates go (SPEC.md W1, WHATSAPP.md 7.1). We stop two minutes early, since clocks differ.
 */
public final class ServiceWindow {

    public static final Duration LENGTH = Duration.ofHours(24);
    public static final Duration SAFETY = Duration.ofMinutes(2);

    private ServiceWindow() {}

    /** When free text stops being offered; empty if the customer never wrote. */
    public static Optional<Instant> closesAt(Traffic traffic) {
        return traffic.windowFrom().map(from -> from.plus(LENGTH).minus(SAFETY));
    }

    public static boolean isOpen(Traffic traffic, Instant now) {
        return closesAt(traffic).filter(now::isBefore).isPresent();
    }
}
