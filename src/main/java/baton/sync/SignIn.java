// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import java.util.Optional;

/** Signing in at a hub, before there is a desk. Waits for the hub; call it on a background thread. */
public final class SignIn {
    private final HubAddress hub;

    public SignIn(HubAddress hub) {
        this.hub = hub;
    }

    /** {@code name}: as typed; the hub folds its case. */
    public SignInAnswer attempt(String name, Secret password) {
        return new SignInAnswer.Unusable(
                LinkState.Unusable.NO_HUB, "Follows: " + hub + name + password, Optional.empty());
    }
}
