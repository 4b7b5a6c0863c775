// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills a hub before something is measured. */
final class Crowd {

    private static final int CONNECTIONS = 8;

    /** Messages in one delivery. */
    private static final int TOGETHER = 100;

    private Crowd() {}

    /** So many customers write so many messages each; in all a multiple of 100. */
    static void write(String hub, int customers, int each) throws InterruptedException, ExecutionException {
        URI at = URI.create(hub);
        Deliveries deliveries = new Deliveries(at.getAuthority(), Hub.SECRET, customers, "crowd" + customers);
        AtomicInteger left = new AtomicInteger(customers * each);
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                lanes.add(threads.submit(() -> {
                    send(at, deliveries, left);
                    return true;
                }));
            }
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }
    }

    private static void send(URI at, Deliveries deliveries, AtomicInteger left) throws IOException {
        try (Connection connection = new Connection(at.getHost(), at.getPort())) {
            while (left.getAndAdd(-TOGETHER) > 0) {
                int status = connection.send(deliveries.next(Instant.now(), TOGETHER));
                if (status != 200) {
                    throw new IOException("A delivery was answered with " + status);
                }
            }
        }
    }
}
