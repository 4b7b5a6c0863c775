// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/**
 * What the writer of a reply had seen: under which claim, and up to which customer message. The hub refuses a reply
 * whose fence is behind the truth (SPEC.md B1). {@code seen} is a journal number; 0 = nothing seen yet.
 */
public record Fence(ClaimNumber claim, long seen) {

    /** Refuses a negative {@code seen} with an {@link IllegalArgumentException}. */
    public Fence {
        if (seen < 0) {
            throw new IllegalArgumentException("seen must be 0 or more, but was " + seen);
        }
    }
}
