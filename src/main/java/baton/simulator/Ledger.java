// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what passed, and bounds what the platform remembers over all phones. Guarded by the network's lock. */
final class Ledger {
    static final int MOST_MESSAGES = 200_000;

    record Counts(int phones, long messagesReceived, long messagesAccepted, long messagesFailed, int remembered) {}

    private record Kept(Phone phone, String id) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private long received;
    private long accepted;
    private long failed;

    void keep(Phone phone, Bubble bubble) {
        phone.remember(bubble);
        kept.add(new Kept(phone, bubble.id()));
        if (kept.size() > MOST_MESSAGES) {
            Kept oldest = kept.removeFirst();
            oldest.phone().forget(oldest.id());
        }
    }

    void received() {
        received++;
    }

    void accepted() {
        accepted++;
    }

    void failed() {
        failed++;
    }

    Counts counts(int phones) {
        return new Counts(phones, received, accepted, failed, kept.size());
    }
}
