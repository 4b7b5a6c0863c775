// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Watches one call: from the moment the request begins to be written nobody can say any more that it did not go out. The first
 * requestHeadersStart comes before a byte leaves, so the doubt errs on the safe side.
 */
final class CallTrace extends EventListener {
    private volatile boolean begun;

    boolean mayHaveGoneOut() {
        return begun;
    }

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }
}
