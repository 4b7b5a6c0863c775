// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A bare durable request and its answer, one after the other: the floor of whatever a person asks a hub. */
final class Written {

    private Written() {}

    /** Durations of {@code number} deliveries to a floor or hub, with a warm-up of as many. */
    static Durations times(String address, int number) throws IOException {
        URI at = URI.create(address);
        Deliveries deliveries = new Deliveries(at.getAuthority(), Hub.SECRET, 1_000, "w");
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = new Connection(at.getHost(), at.getPort())) {
            for (int i = 0; i < 2 * number; i++) {
                byte[] request = deliveries.next(Instant.now());
                long begun = System.nanoTime();
                connection.send(request);
                if (i >= number) {
                    nanos.add(System.nanoTime() - begun);
                }
            }
        }
        return Durations.ofNanos(nanos);
    }
}
