// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The faults ordered by control, each for a number of calls, taken in order. Thread-safe. */
final class Faults {
    static final int MOST = 1_000;

    /** Which calls a fault hits. */
    enum Scope {
        SENDS,
        EVERYTHING
    }

    private record Ordered(Fault fault, Scope scope, int calls) {}

    private final Deque<Ordered> ordered = new ArrayDeque<>();
    private long happened;

    /** False when too many are waiting already. */
    synchronized boolean order(Fault fault, Scope scope, int calls) {
        if (ordered.size() >= MOST) {
            return false;
        }
        ordered.add(new Ordered(fault, scope, calls));
        return true;
    }

    synchronized void clear() {
        ordered.clear();
    }

    /** The fault for a call now being made; the head of the queue decides, and waits for a call in its scope. */
    synchronized Optional<Fault> next(Scope call) {
        Ordered head = ordered.peek();
        if (head == null || head.scope() != call) {
            return Optional.empty();
        }
        ordered.remove();
        if (head.calls() > 1) {
            ordered.addFirst(new Ordered(head.fault(), head.scope(), head.calls() - 1));
        }
        happened++;
        return Optional.of(head.fault());
    }

    synchronized long happened() {
        return happened;
    }

    synchronized int waiting() {
        return ordered.stream().mapToInt(Ordered::calls).sum();
    }
}
