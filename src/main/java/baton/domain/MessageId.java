// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** One message, note or reply; its value is the journal number of the event that brought it in. */
public record MessageId(long value) implements Comparable<MessageId> {

    /** Refuses numbers below 1 with an {@link IllegalArgumentException}: the journal starts at 1. */
    public MessageId {
        if (value < 1) {
            throw new IllegalArgumentException("MessageId must be 1 or more, but was " + value);
        }
    }

    @Override
    public int compareTo(MessageId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
