// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Person;
import baton.wire.Request;
import java.util.concurrent.CompletableFuture;

/** Does what people ask; the door's view of {@link Desk}. Safe from any thread. */
@FunctionalInterface
public interface Commands {
    /** The future completes when the answer is durable. */
    CompletableFuture<Desk.Outcome> perform(Person who, Request request);
}
