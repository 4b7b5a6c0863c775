// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last line this hub knows of. A shared database may come back with fewer, as after a switch to a server that was behind: then lines with the same
 * numbers say something else, and what this hub remembers would hide them from the desks. Safe from any thread.
 */
final class KnownHead {

    private final AtomicLong known = new AtomicLong();
    private final CompletableFuture<String> lost = new CompletableFuture<>();

    long get() {
        return known.get();
    }

    /** Whether that was news. */
    boolean raise(long head) {
        return known.getAndAccumulate(head, Math::max) < head;
    }

    /** Under the lock of the head nobody knows a line beyond it, unless lines are gone: then refuses with a {@link StoreException}. */
    void refuseOlder(long locked) {
        refuseOlder(get(), locked);
    }

    /** The same for a head that was read after {@code before} was known. */
    void refuseOlder(long before, long now) {
        if (now < before) {
            lost.complete("The database came back with " + now + " lines, and this hub has seen " + before
                    + ": it ends; start it again, and every other hub on this database");
        }
        if (lost.isDone()) {
            throw StoreException.lost(lost.join());
        }
    }

    /** Completes, with a sentence, when lines are gone. */
    CompletableFuture<String> lost() {
        return lost.copy();
    }
}
