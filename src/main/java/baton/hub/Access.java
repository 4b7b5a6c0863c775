// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.policy.RolePolicy;

/** Who may use a route. */
enum Access {
    /** No sign-in: Meta, and those who watch over the hub. */
    ANYBODY,
    /** Everybody of the team. */
    SIGNED_IN,
    /** Those who may read what was written (SPEC.md T1). */
    READER;

    /** Refuses with 403 whom this route is not for. */
    void check(Badge badge) {
        if (this == READER && !RolePolicy.readsText(badge.person().role())) {
            throw new Problem(403, "Your role may not see this.");
        }
    }
}
