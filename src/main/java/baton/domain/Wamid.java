// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** Meta's id of a message; opaque, never parsed (WHATSAPP.md 0.1). */
public record Wamid(String value) {

    /** Refuses blank text and text over 512 characters with an {@link IllegalArgumentException}. */
    public Wamid {
        Words.bounded("A wamid", value, 512);
    }

    @Override
    public String toString() {
        return value;
    }
}
