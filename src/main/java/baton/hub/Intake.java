// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.store.Journal;
import baton.store.RawBody;
import baton.store.StoreException;
import baton.whatsapp.Delivery;
import baton.whatsapp.NotJson;
import baton.whatsapp.WebhookCodec;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes verified deliveries into the journal: raw body, facts and projections in one transaction, and only then says so
 * (SPEC.md C1). Safe from any thread.
 */
public final class Intake {

    /** What became of a delivery: something new, nothing new, or kept for a person to look at. */
    public enum Result {
        ACCEPTED,
        DOUBLED,
        SET_ASIDE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Journal journal;
    private final IntakeRules rules;

    public Intake(Journal journal, IntakeRules rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /**
     * Takes one delivery whose signature has been checked. The future completes when everything is durable. A store that
     * fails is asked a second time for the whole; if it is away it fails and the sender should try again, since what could
     * not be stored for a moment is no riddle for a person. If the facts themselves cannot be kept, another transaction keeps
     * the raw body alone, set aside.
     *
     * @throws NotJson at once, when the body is no JSON object
     */
    public CompletableFuture<Result> take(byte[] body) throws NotJson {
        Delivery delivery = WebhookCodec.read(body);
        RawBody raw = RawBody.of(body);
        return submit(delivery, raw)
                .exceptionallyCompose(broken -> cause(broken) instanceof StoreException store && !store.isGoodbye()
                        ? again(delivery, raw)
                        : CompletableFuture.failedFuture(cause(broken)))
                .exceptionallyCompose(broken -> cause(broken) instanceof StoreException store && store.isAway()
                        ? CompletableFuture.failedFuture(store)
                        : setAside(delivery, raw, body, cause(broken)));
    }

    private CompletableFuture<Result> submit(Delivery delivery, RawBody raw) {
        return journal.submit(turn -> new Reception(turn, rules, turn.keepRaw(raw)).take(delivery));
    }

    /** Also right when the first commit came through and only its answer was lost: then all of it is a double. */
    private CompletableFuture<Result> again(Delivery delivery, RawBody raw) {
        LOG.warn("A delivery could not be stored and is tried once more");
        return submit(delivery, raw);
    }

    private static Throwable cause(Throwable broken) {
        return broken instanceof CompletionException && broken.getCause() != null ? broken.getCause() : broken;
    }

    private CompletableFuture<Result> setAside(Delivery delivery, RawBody raw, byte[] body, Throwable cause) {
        LOG.error("A delivery could not be taken in and is set aside", cause);
        return journal.submit(turn -> {
            new WholeAside(turn, raw)
                    .keep(delivery, new String(body, StandardCharsets.UTF_8), String.valueOf(cause.getMessage()));
            return Result.SET_ASIDE;
        });
    }
}
