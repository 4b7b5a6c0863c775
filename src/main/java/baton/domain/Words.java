// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** Checks on the short texts that ids are made of. */
final class Words {
    private Words() {}

    /** The text itself; refuses blank text and text over {@code most} UTF-16 units with an {@link IllegalArgumentException}. */
    static String bounded(String name, String text, int most) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (text.length() > most) {
            throw new IllegalArgumentException(
                    name + " must have at most " + most + " characters, but has " + text.length());
        }
        return text;
    }
}
