// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One decision on its way through the writer, with the answer it will get once its lines are durable. */
final class Item<A> {

    private final @Nullable Decision<A> decision;
    private final CompletableFuture<A> future = new CompletableFuture<>();
    private @Nullable A answer;
    private @Nullable Throwable failure;

    Item(@Nullable Decision<A> decision) {
        this.decision = decision;
    }

    /** Nothing to decide; only makes the writer look up. */
    static Item<Boolean> wakeUp() {
        return new Item<>(null);
    }

    boolean isWakeUp() {
        return decision == null;
    }

    CompletableFuture<A> future() {
        return future;
    }

    /** Decides; a decision that throws, be it an error of the machine, leaves nothing behind. A database that fails is the batch's matter and is thrown on. */
    void decide(Batch batch) {
        failure = null;
        Batch.Mark mark = batch.mark();
        try {
            answer = Objects.requireNonNull(decision).decide(new Turn(batch));
        } catch (StoreException broken) {
            throw broken;
        } catch (RuntimeException | Error refused) {
            batch.takeBackTo(mark);
            failure = refused;
        }
    }

    @SuppressWarnings("NullAway") // an item's answer may be null when its decision returns null
    void complete() {
        if (failure == null) {
            future.complete(answer);
        } else {
            future.completeExceptionally(failure);
        }
    }

    void fail(Throwable broken) {
        future.completeExceptionally(broken);
    }
}
