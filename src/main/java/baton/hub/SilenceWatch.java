// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import baton.domain.Silence;
import baton.policy.HourlyArrivals;
import baton.policy.SilencePolicy;
import baton.store.Arrivals;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which of our numbers has fallen silent (SPEC.md B2), asked anew each time: a few hundred small rows a number. Any thread. */
final class SilenceWatch {
    private final Arrivals arrivals;
    private final Set<NumberId> ours;
    private final InstantSource clock;
    private final ZoneId zone;

    SilenceWatch(Arrivals arrivals, Set<NumberId> ours, InstantSource clock, ZoneId zone) {
        this.arrivals = arrivals;
        this.ours = Set.copyOf(ours);
        this.clock = clock;
        this.zone = zone;
    }

    /** Our numbers in the order of their ids; those that never received anything have not enough history. */
    Map<NumberId, Silence> look() {
        Instant now = clock.instant();
        Map<NumberId, HourlyArrivals> known = arrivals.since(now.minus(SilencePolicy.HISTORY));
        Map<NumberId, Silence> found = new TreeMap<>(Comparator.comparing(NumberId::value));
        HourlyArrivals nothing = new HourlyArrivals(Map.of(), Optional.empty());
        ours.forEach(number -> found.put(number, SilencePolicy.judge(known.getOrDefault(number, nothing), now, zone)));
        return found;
    }
}
