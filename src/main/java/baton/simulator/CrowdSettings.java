// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

/** How many pretend customers are about at once (0: only those spoken for by control) and how many arrive per minute. */
public record CrowdSettings(int customers, double perMinute) {
    public static final int MOST_CUSTOMERS = 5_000;

    public CrowdSettings {
        if (customers < 0 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException("customers must be 0 to " + MOST_CUSTOMERS);
        }
        if (!(perMinute >= 0 && perMinute <= 6_000)) {
            throw new IllegalArgumentException("arrivals per minute must be 0 to 6000");
        }
    }

    public static CrowdSettings nobody() {
        return new CrowdSettings(0, 0);
    }
}
