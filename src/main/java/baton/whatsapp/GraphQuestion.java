// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** One exchange that may be made again without harm, and what its answer means; whatever breaks is told, never thrown. */
final class GraphQuestion {
    private GraphQuestion() {}

    /** One exchange with the Graph API that may break. */
    interface Exchange {
        GraphReply run() throws IOException;
    }

    static <T> GraphAnswer<T> ask(Exchange exchange, Function<Fields, T> reader) {
        try {
            GraphReply reply = exchange.run();
            Optional<Failure> failure = reply.failure();
            if (failure.isPresent()) {
                return new GraphAnswer.Refused<>(
                        failure.get(), ErrorCatalogue.verdict(failure.get().code(), reply.status()));
            }
            return reply.json()
                    .filter(_ -> reply.isOk())
                    .<GraphAnswer<T>>map(json -> new GraphAnswer.Ok<>(reader.apply(json)))
                    .orElseGet(() -> new GraphAnswer.Unreachable<>(reply.oddity()));
        } catch (IOException e) {
            return new GraphAnswer.Unreachable<>(Failure.ofTransport(told(e)));
        }
    }

    static String told(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
