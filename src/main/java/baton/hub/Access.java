// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Role;
import baton.policy.RolePolicy;

/** Who may use a route. */
enum Access {
    /** No sign-in: Meta, and those who watch over the hub. */
    ANYBODY,
    /** Everybody of the team. */
    SIGNED_IN,
    /** Those who may read what was written (SPEC.md T1). */
    READER,
    /** Those who look after the hub. */
    ADMIN;

    /** Refuses with 403 whom this route is not for. */
    void check(Badge badge) {
        Role role = badge.person().role();
        if ((this == READER && !RolePolicy.readsText(role)) || (this == ADMIN && role != Role.ADMIN)) {
            throw new Problem(403, "Your role may not see this.");
        }
    }
}
