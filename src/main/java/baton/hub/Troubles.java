// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.store.StoreException;
import baton.wire.Board;
import baton.wire.Malformed;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into an answer: a status and one sentence. What is our own fault is logged here, once, under a
 * support code that the answer names. Safe from any thread.
 */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final SecureRandom dice = new SecureRandom();

    /** {@code doing}: the route, for the log; never the address as asked, which may carry a secret. */
    Reply reply(String doing, Throwable thrown) {
        Throwable broken =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (broken) {
            case Problem problem -> error(problem.status(), text(problem)).with(problem.headers());
            case Malformed malformed -> error(400, text(malformed));
            case StoreException late when late.isGoodbye() -> error(503, "The hub is stopping; try again.");
            case StoreException store -> ourFault(503, "The hub cannot reach its database; try again", doing, store);
            default -> ourFault(500, "The hub failed at this", doing, broken);
        };
    }

    static Reply error(int status, String sentence) {
        return Reply.json(status, new Board.Problem(sentence));
    }

    private Reply ourFault(int status, String sentence, String doing, Throwable broken) {
        String code = code();
        LOG.error("{} failed, support code {}", doing, code, broken);
        return error(status, sentence + " (support code " + code + ").");
    }

    private String code() {
        byte[] bytes = new byte[5];
        dice.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(Throwable broken) {
        return String.valueOf(broken.getMessage());
    }
}
