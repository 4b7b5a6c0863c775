// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import baton.run.Secret;
import baton.whatsapp.Signature;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Customers who write as fast as they are heard, signed as Meta would: single messages, batches with one broken entry, the
 * same again, old ones, late ones. Remembers what was answered 200; what was not is sent again later, as Meta does.
 */
final class Load implements AutoCloseable {

    /** Customers who are not heard do not write a thousand messages more. */
    private static final int MOST_UNANSWERED = 60;

    private final Signature signature = new Signature(new Secret(HubProcess.APP_SECRET));
    private final Map<Integer, Delivery> unanswered = new ConcurrentHashMap<>();
    private final Set<String> promised = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Deque<Delivery> latest = new ConcurrentLinkedDeque<>();
    private final List<Outside> hubs;
    private final long seed;
    private volatile boolean stopped;
    private CountDownLatch working = new CountDownLatch(0);

    /** One body with the ids of the messages in it that can be understood. */
    private static final class Delivery {
        private final int number;
        private final byte[] body;
        private final List<String> wamids;

        Delivery(int number, byte[] body, List<String> wamids) {
            this.number = number;
            this.body = body;
            this.wamids = List.copyOf(wamids);
        }

        /** Sent only when the round is over. */
        boolean isLate() {
            return number % 20 == 7;
        }
    }

    Load(List<Outside> hubs, long seed) {
        this.hubs = hubs;
        this.seed = seed;
    }

    /** So many senders write until told to stop; a sender that is not heard goes on with the next. */
    void start(int senders) {
        stopped = false;
        working = new CountDownLatch(senders);
        IntStream.range(0, senders)
                .forEach(i -> Thread.startVirtualThread(() -> {
                    try {
                        sendUntilStopped(i);
                    } finally {
                        working.countDown();
                    }
                }));
    }

    private void sendUntilStopped(int sender) {
        while (!stopped) {
            if (unanswered.size() >= MOST_UNANSWERED) {
                LockSupport.parkNanos(20_000_000);
                continue;
            }
            Delivery delivery = next();
            unanswered.put(delivery.number, delivery);
            if (delivery.isLate()) {
                continue;
            }
            send(hubs.get((sender + delivery.number) % hubs.size()), delivery);
        }
    }

    private Delivery next() {
        int number = numbers.incrementAndGet();
        Random chance = new Random(seed * 1_000_003 + number);
        boolean batch = chance.nextInt(10) == 0;
        List<String> wamids = IntStream.range(0, batch ? 3 : 1)
                .mapToObj(i -> "wamid.L" + seed + "." + number + "." + i)
                .toList();
        String phone = "4915100" + chance.nextInt(40);
        long at = 1_780_315_200L - (chance.nextInt(10) == 0 ? 3_600 : 0) + number;
        return new Delivery(number, Bodies.texts(phone, wamids, at, batch), wamids);
    }

    private void send(Outside hub, Delivery delivery) {
        try {
            int status = post(hub, delivery.body);
            if (status == 200) {
                answered.incrementAndGet();
                promised.addAll(delivery.wamids);
                if (delivery.number % 10 == 0) {
                    post(hub, delivery.body);
                }
                unanswered.remove(delivery.number);
                latest.add(delivery);
            } else if (status == 503) {
                refused.incrementAndGet();
            } else {
                throw new IllegalStateException("A delivery was answered with " + status);
            }
        } catch (UncheckedIOException notHeard) {
            // kept, and sent again
        }
    }

    /** The status of one body's answer. */
    int post(Outside hub, byte[] body) {
        return hub.postBytes("/webhooks/whatsapp", body, signed(body));
    }

    private Map<String, String> signed(byte[] body) {
        return Map.of("X-Hub-Signature-256", signature.header(body));
    }

    /** Ends the senders and waits for them. */
    void stop() throws InterruptedException {
        stopped = true;
        working.await();
    }

    /** The last first: also what comes in the wrong order must find its place. Tells whether all were heard. */
    boolean sendAgain(Outside hub) {
        unanswered.values().stream()
                .sorted((a, b) -> Integer.compare(b.number, a.number))
                .forEach(delivery -> send(hub, delivery));
        return unanswered.isEmpty();
    }

    /** The latest that were answered, once more and backwards; all must be answered again. */
    void repeatBackwards(Outside hub, int most) {
        for (int i = 0; i < most && !latest.isEmpty(); i++) {
            int status = post(hub, latest.removeLast().body);
            if (status != 200) {
                throw new IllegalStateException("A delivery was answered with " + status + " the second time");
            }
        }
        latest.clear();
    }

    int answered() {
        return answered.get();
    }

    /** How often a delivery was answered with: not now, send it again. */
    int refused() {
        return refused.get();
    }

    /** The messages of all deliveries that were answered 200. */
    Set<String> promised() {
        return Set.copyOf(promised);
    }

    @Override
    public void close() {
        stopped = true;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
