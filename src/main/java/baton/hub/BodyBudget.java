// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The room in memory for all bodies together, from their first byte until they are answered: many senders who each keep within the
 * limit of one body must not fill the heap. Safe from any thread.
 */
final class BodyBudget {
    /** A body that grows and is copied whole takes up to three times its bytes for a moment. */
    private static final int PART_OF_HEAP = 8;

    private static final int LARGEST_BODIES = 4;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** {@code most}: bytes. */
    BodyBudget(long most) {
        this.most = most;
    }

    /** An eighth of what the heap may have, or four of the largest bodies ({@code largest}: bytes) where that is more. */
    static BodyBudget ofHeap(int largest) {
        return new BodyBudget(
                Math.max(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, (long) LARGEST_BODIES * largest));
    }

    /** How many bytes are taken now. */
    long taken() {
        return taken.get();
    }

    /** For one body, of which nothing has come yet. */
    Share share() {
        return new Share();
    }

    /** What one body has taken. */
    final class Share {
        private final AtomicLong mine = new AtomicLong();

        /** Takes room for {@code bytes} more; false, and nothing taken, when there is none. */
        boolean take(int bytes) {
            if (taken.addAndGet(bytes) > most) {
                taken.addAndGet(-bytes);
                return false;
            }
            mine.addAndGet(bytes);
            return true;
        }

        /** Gives everything back; once more does no harm. */
        void giveBack() {
            taken.addAndGet(-mine.getAndSet(0));
        }
    }
}
