// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.whatsapp.NotJson;
import java.util.concurrent.CompletableFuture;

/** Takes in deliveries whose signature has been checked; the door's view of {@link Intake}. Safe from any thread. */
@FunctionalInterface
public interface Deliveries {
    /**
     * The future completes when the delivery is durable, with a constant whose name tells what became of it; it fails when
     * nothing was kept and the sender must try again.
     *
     * @throws NotJson at once, when the body is no JSON
     */
    CompletableFuture<? extends Enum<?>> take(byte[] body) throws NotJson;
}
