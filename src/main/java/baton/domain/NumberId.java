// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** One business phone number, by Meta's phone number id (never the number that people dial). */
public record NumberId(String value) {

    /** Refuses blank text and text over 64 characters with an {@link IllegalArgumentException}. */
    public NumberId {
        Words.bounded("A phone number id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
