// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One entry of the door's table. {@code path}: as in the OpenAPI document, with {@code {name}} for parts that vary.
 * {@code largestBody}: bytes, 0 = no body is read. {@code refused}: hears when the body could not be taken.
 */
record Route(String method, String path, Access access, int largestBody, Handling handling, Consumer<Problem> refused) {
    /** Answers one request, at once or later; runs on a virtual thread and may block. */
    @FunctionalInterface
    interface Handling {
        CompletableFuture<Reply> answer(Call call);
    }

    /** Answers one request on the spot. */
    @FunctionalInterface
    interface Prompt {
        Reply answer(Call call);
    }

    static Route get(String path, Access access, Prompt prompt) {
        return later("GET", path, access, 0, call -> CompletableFuture.completedFuture(prompt.answer(call)));
    }

    static Route later(String method, String path, Access access, int largestBody, Handling handling) {
        return new Route(method, path, access, largestBody, handling, _ -> {});
    }

    Route whenRefused(Consumer<Problem> hears) {
        return new Route(method, path, access, largestBody, handling, hears);
    }

    /** The parts that vary, by name; empty when this is another path. */
    Optional<Map<String, String>> match(String asked) {
        String[] here = path.split("/", -1);
        String[] there = asked.split("/", -1);
        if (here.length != there.length) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < here.length; i++) {
            if (here[i].startsWith("{") && !there[i].isEmpty()) {
                parts.put(here[i].substring(1, here[i].length() - 1), there[i]);
            } else if (!here[i].equals(there[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}
