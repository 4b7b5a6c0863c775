// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Watches one call: from the moment the request begins to be written nobody can say any more that it did not go out. The first
 * requestHeadersStart comes before a byte leaves, so the doubt errs on the safe side.
 */
final class CallTrace extends EventListener {
    private final BooleanSupplier may;
    private volatile boolean begun;

    /** {@code may}: whether the request may still go out, asked right before it does. */
    CallTrace(BooleanSupplier may) {
        this.may = may;
    }

    boolean mayGoOut() {
        return may.getAsBoolean();
    }

    boolean mayHaveGoneOut() {
        return begun;
    }

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }
}
