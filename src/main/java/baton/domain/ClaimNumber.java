// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** The number of one claim: the journal number of its {@link ClaimEvent.ClaimTaken}. A later claim has a higher one. */
public record ClaimNumber(long value) {

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}. */
    public ClaimNumber {
        if (value < 1) {
            throw new IllegalArgumentException("A claim number must be 1 or more, but was " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
