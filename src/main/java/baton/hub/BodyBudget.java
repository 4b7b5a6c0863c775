// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The room in memory for all bodies together, from their first byte until they are answered: many senders who each keep within the
 * limit of one body must not fill the heap. Nor may those who stop in the middle keep the others out: where there is no room, the
 * body that has been on its way longest gives way, once it has had a second. Meta's are whole in a fraction of that, so whoever
 * wants to shut it out must send as much as the room holds, each second. Safe from any thread.
 */
final class BodyBudget {
    /** A body that grows and is copied whole takes up to three times its bytes for a moment. */
    private static final int PART_OF_HEAP = 8;

    private static final int LARGEST_BODIES = 4;

    /** Before it nobody gives way: else many honest senders at once would put each other out, and none would come through. */
    static final long FIRM_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long most;
    private final LongSupplier nanos;
    private final AtomicLong taken = new AtomicLong();
    /** Those not whole yet, the oldest first; only under its own lock, under which nothing else is waited for. */
    private final SequencedSet<Share> coming = new LinkedHashSet<>();

    /** {@code most}: bytes. {@code nanos}: as {@link System#nanoTime}. */
    BodyBudget(long most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** An eighth of what the heap may have, or four of the largest bodies ({@code largest}: bytes) where that is more. */
    static BodyBudget ofHeap(int largest) {
        return new BodyBudget(
                Math.max(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, (long) LARGEST_BODIES * largest),
                System::nanoTime);
    }

    /** How many bytes are taken now. */
    long taken() {
        return taken.get();
    }

    /** For one body, of which nothing has come yet. */
    Share share() {
        return new Share();
    }

    /**
     * The oldest, no longer among those that come. It is never {@code asking} itself nor a younger one, and who has to give way
     * asks in vain: so nobody waits for somebody who waits for them.
     */
    private Optional<Share> whoGivesWayTo(Share asking) {
        synchronized (coming) {
            if (!coming.contains(asking)) {
                return Optional.empty();
            }
            Share oldest = coming.getFirst();
            if (oldest == asking || nanos.getAsLong() - oldest.begun < FIRM_NANOS) {
                return Optional.empty();
            }
            coming.remove(oldest);
            return Optional.of(oldest);
        }
    }

    /** What one body has taken. */
    final class Share {
        private final AtomicLong mine = new AtomicLong();
        private Runnable wayOut = this::giveBack;
        private long begun;

        /** It is on its way from here on; {@code wayOut} lets go of what has come of it and gives back, whoever calls it. */
        void comes(Runnable wayOut) {
            synchronized (coming) {
                this.wayOut = wayOut;
                begun = nanos.getAsLong();
                coming.add(this);
            }
        }

        /** Takes room for {@code bytes} more, where others give way to it if need be; false, and nothing taken, when there is none. */
        boolean take(int bytes) {
            while (taken.addAndGet(bytes) > most) {
                taken.addAndGet(-bytes);
                Optional<Share> slow = whoGivesWayTo(this);
                if (slow.isEmpty()) {
                    return false;
                }
                slow.get().wayOut.run();
            }
            mine.addAndGet(bytes);
            return true;
        }

        /** It is whole and gives way no more; false when it has to give way already. */
        boolean settle() {
            synchronized (coming) {
                return coming.remove(this);
            }
        }

        /** Gives everything back; once more does no harm. */
        void giveBack() {
            synchronized (coming) {
                coming.remove(this);
            }
            taken.addAndGet(-mine.getAndSet(0));
        }
    }
}
