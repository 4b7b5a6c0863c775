// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.policy.ClaimPolicy;
import java.time.Duration;

/** The settings the desk decides by: how long a hold lasts, and how long a reply can be taken back (SPEC.md T4, B10). */
public record DeskRules(ClaimPolicy.Terms terms, Duration undo) {

    /** Refuses a negative undo time or one over a minute with an {@link IllegalArgumentException}. */
    public DeskRules {
        if (undo.isNegative() || undo.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("The undo time must be 0 to 60 seconds, but was " + undo.toSeconds());
        }
    }
}
