// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Posts webhook bodies until the hub answers 200: at once, then with growing gaps (Cloud API 1.3). Deliveries run in parallel on virtual
 * threads; bodies of one lane go one after the other. Bounded: beyond {@value #MOST_WAITING} waiting bodies new ones are dropped and
 * counted. Thread-safe.
 */
final class Deliverer implements Carrier.Post {
    static final int MOST_WAITING = 200_000;
    static final int MOST_AT_ONCE = 32;

    /** Numbers for the state page. */
    record Counts(long delivered, long failedTries, long dropped, int waiting) {}

    private final HubCall hub;
    private final Executor threads;
    private final Runnable wake;
    private final Consumer<String> log;
    private final PriorityQueue<Parcel> due =
            new PriorityQueue<>(Comparator.comparing(Parcel::due).thenComparingLong(Parcel::order));
    private final Map<String, Queue<Parcel>> lanes = new HashMap<>();
    private int inLanes;
    private int underWay;
    private long order;
    private long delivered;
    private long failedTries;
    private long dropped;

    Deliverer(HubCall hub, Executor threads, Runnable wake, Consumer<String> log) {
        this.hub = hub;
        this.threads = threads;
        this.wake = wake;
        this.log = log;
    }

    @Override
    public synchronized void submit(Optional<String> lane, Bytes body, Instant at) {
        if (due.size() + inLanes >= MOST_WAITING) {
            dropped++;
            return;
        }
        var parcel = new Parcel(lane, body, at, at, 0, order++);
        Queue<Parcel> waiting = lane.map(lanes::get).orElse(null);
        if (waiting != null) {
            waiting.add(parcel);
            inLanes++;
        } else {
            lane.ifPresent(name -> lanes.put(name, new ArrayDeque<>()));
            due.add(parcel);
            wake.run();
        }
    }

    /** Starts every try that is due and fits. */
    void step(Instant now) {
        for (Parcel parcel : ready(now)) {
            threads.execute(() -> settle(parcel, hub.post(parcel.body()), now));
        }
    }

    private synchronized List<Parcel> ready(Instant now) {
        var ready = new ArrayList<Parcel>();
        Parcel head = due.peek();
        while (head != null && !head.due().isAfter(now) && underWay < MOST_AT_ONCE) {
            ready.add(due.remove());
            underWay++;
            head = due.peek();
        }
        return ready;
    }

    private synchronized void settle(Parcel parcel, HubCall.Reply reply, Instant startedAt) {
        underWay--;
        if (reply.status() == 200) {
            delivered++;
            next(parcel, startedAt);
        } else if (parcel.hopeless(startedAt)) {
            dropped++;
            next(parcel, startedAt);
        } else {
            failedTries++;
            due.add(parcel.triedAt(startedAt));
            if (parcel.tries() == 0) {
                log.accept("webhook not taken (" + reply + "), trying again");
            }
        }
        wake.run();
    }

    private void next(Parcel done, Instant now) {
        done.lane().ifPresent(lane -> {
            Queue<Parcel> waiting = lanes.get(lane);
            Parcel next = waiting == null ? null : waiting.poll();
            if (next == null) {
                lanes.remove(lane);
            } else {
                inLanes--;
                due.add(next.dueAt(now));
            }
        });
    }

    synchronized Counts counts() {
        return new Counts(delivered, failedTries, dropped, due.size() + inLanes + underWay);
    }
}
