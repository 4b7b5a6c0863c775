// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** One customer; its value is the journal number of the event in which they first appeared. */
public record CustomerId(long value) implements Comparable<CustomerId> {

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}: the journal starts at 1. */
    public CustomerId {
        if (value < 1) {
            throw new IllegalArgumentException("CustomerId must be 1 or more, but was " + value);
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
