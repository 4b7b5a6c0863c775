// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;

/** How webhooks travel: one by one and in order, or batched, doubled, late and out of order (Cloud API, webhooks 1.3). */
public enum Weather {
    CALM,
    ROUGH;

    /** The weather with this name in any letter case; empty when there is none. */
    static Optional<Weather> named(String name) {
        for (Weather weather : values()) {
            if (weather.name().equalsIgnoreCase(name)) {
                return Optional.of(weather);
            }
        }
        return Optional.empty();
    }
}
