// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.wire.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Tells the hub now and then that the person is at work in a conversation; losing one does no harm. Safe from any thread. */
final class Signals {
    private static final Duration TYPING = Duration.ofSeconds(3);
    private static final Duration TOUCHING = Duration.ofSeconds(10);

    private final HubClient client;
    private final Executor threads;
    private final Map<Signal, Long> sent = new ConcurrentHashMap<>();

    Signals(HubClient client, Executor threads) {
        this.client = client;
        this.threads = threads;
    }

    void typing(ConversationId conversation) {
        send(new Signal(conversation, true), TYPING);
    }

    void touched(ConversationId conversation) {
        send(new Signal(conversation, false), TOUCHING);
    }

    private void send(Signal signal, Duration pause) {
        long now = System.nanoTime();
        boolean isDue = sent.merge(signal, now, (last, next) -> next - last < pause.toNanos() ? last : next) == now;
        if (isDue) {
            threads.execute(() -> client.signal(signal));
        }
    }
}
