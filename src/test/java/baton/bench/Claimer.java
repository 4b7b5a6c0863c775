// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.ConversationId;
import baton.sync.CommandAnswer;
import baton.sync.ConversationRow;
import baton.sync.View;
import baton.sync.Workspace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * Somebody at a desk who takes one free conversation after the other, each once and each when the ring of the one before is there. They are given back much
 * later: a desk that hears of taking and giving back in one answer shows neither.
 */
final class Claimer {

    /** {@code begunMicros}: of the clock all processes share; {@code answerNanos}: until the hub's answer had come. */
    record Claimed(ConversationId id, long begunMicros, long answerNanos) {

        private static final String BETWEEN = ":";

        /** One line for many. */
        static String line(List<Claimed> claimed) {
            return claimed.stream()
                    .map(each -> each.id + BETWEEN + each.begunMicros + BETWEEN + each.answerNanos)
                    .collect(Collectors.joining(" "));
        }

        static List<Claimed> all(String line) {
            return Arrays.stream(line.split(" "))
                    .map(each -> Arrays.stream(each.split(BETWEEN))
                            .map(Long::valueOf)
                            .toList())
                    .map(words -> new Claimed(new ConversationId(words.get(0)), words.get(1), words.get(2)))
                    .toList();
        }
    }

    private static final int HELD = 20;

    private final Workspace desk;
    private final Iterator<ConversationId> free;
    private final Queue<ConversationId> held = new ArrayDeque<>();
    private volatile boolean isWarmingUp = true;

    Claimer(Workspace desk) {
        this.desk = desk;
        this.free = desk.rows(View.UNASSIGNED).stream()
                .map(ConversationRow::id)
                .toList()
                .iterator();
    }

    /** Claims until {@link #measure}, in a thread of its own. */
    Thread warmUp() {
        return Thread.ofPlatform().start(() -> {
            while (isWarmingUp) {
                var _ = claim();
            }
        });
    }

    /** So many more, once the last one of the warm-up is over. */
    List<Claimed> measure(Thread warmUp, int number) throws InterruptedException {
        isWarmingUp = false;
        warmUp.join();
        List<Claimed> claimed = new ArrayList<>();
        while (claimed.size() < number) {
            claimed.add(claim());
        }
        return claimed;
    }

    private Claimed claim() {
        ConversationId id = free.next();
        long begunMicros = Sent.micros(Instant.now());
        long begun = System.nanoTime();
        CommandAnswer answer = desk.claim(id).join();
        long took = System.nanoTime() - begun;
        if (!(answer instanceof CommandAnswer.Done)) {
            throw new IllegalStateException("The claim of " + id + " was refused: " + answer);
        }
        Waiting.until(() -> desk.fence(id).isPresent());
        held.add(id);
        if (held.size() > HELD) {
            desk.release(held.remove()).join();
        }
        return new Claimed(id, begunMicros, took);
    }
}
