// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import baton.sync.LinkState.Ended;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The end of a sign-in: here at once, whatever the hub says, and then at the hub, if it can be reached. Safe from any thread. */
final class SigningOut {
    /** A desk that is left waits so long for a hub that does not answer. */
    private static final int PATIENCE = 2;

    private final Session session;
    private final Executor threads;
    private volatile CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

    SigningOut(Session session, Executor threads) {
        this.session = session;
        this.threads = threads;
    }

    /** {@code left}: runs when it is over here. */
    void begin(Runnable left) {
        told = CompletableFuture.runAsync(() -> signOut(left), threads);
    }

    private void signOut(Runnable left) {
        Optional<Secret> token = session.credentials().token();
        try {
            session.credentials().forget(token);
        } finally { // also where there is no room to write it down
            session.link().signedOut(Ended.BY_PERSON);
            left.run();
            token.ifPresent(session.client()::signOut);
        }
    }

    /** Until the hub was told, if somebody signed out, but not for long. */
    void await() {
        told.copy()
                .completeOnTimeout(null, PATIENCE, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
    }
}
