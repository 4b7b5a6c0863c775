// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets an ordered fault happen to a call. */
final class Misfortune {
    private static final String PAGE = "<!DOCTYPE html><html><head><title>Error</title></head>"
            + "<body><h1>Sorry, something went wrong.</h1></body></html>";

    private Misfortune() {}

    /** {@code work} does the call and makes its answer; it is not asked when the fault comes before. */
    static Answer strike(Fault fault, Supplier<Answer> work, Function<GraphError, Answer> no) {
        return switch (fault) {
            case Fault.Hang(Duration length) -> {
                Answer answer = work.get();
                pause(length);
                yield answer;
            }
            case Fault.Cut(boolean accepted) -> instead(accepted, work, new Answer.Cut());
            case Fault.Page(boolean accepted) -> instead(accepted, work, Answer.html(500, PAGE));
            case Fault.Refuse(GraphError error, boolean accepted) -> instead(accepted, work, no.apply(error));
            case Fault.Lie(Optional<String> id, boolean accepted) -> instead(accepted, work, yes(id));
        };
    }

    private static Answer yes(Optional<String> id) {
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        ArrayNode messages = answer.putArray("messages");
        id.ifPresent(known -> messages.addObject().put("id", known));
        return Answer.ok(answer);
    }

    /** With {@code accepted} the call is done first, and its own answer is lost. */
    private static Answer instead(boolean accepted, Supplier<Answer> work, Answer seen) {
        return accepted ? work.get().replacedBy(seen) : seen;
    }

    /** Real time, on a virtual thread: what the caller waits for. */
    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
