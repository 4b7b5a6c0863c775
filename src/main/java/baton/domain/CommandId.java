// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** The id that the sender of a command made; the same id gets the first answer again. */
public record CommandId(String value) {

    /** Refuses blank text and text over 64 characters with an {@link IllegalArgumentException}. */
    public CommandId {
        Words.bounded("A command id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
