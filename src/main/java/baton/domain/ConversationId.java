// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** One conversation; its value is the journal number of the event that opened it. */
public record ConversationId(long value) implements Comparable<ConversationId> {

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}: the journal starts at 1. */
    public ConversationId {
        if (value < 1) {
            throw new IllegalArgumentException("ConversationId must be 1 or more, but was " + value);
        }
    }

    @Override
    public int compareTo(ConversationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
