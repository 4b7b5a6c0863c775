// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.text.Normalizer;
import java.util.Locale;

/** One person of the team, by the name they sign in with: lower case, 1 to 64 characters, no white space, never changed. */
public record PersonId(String value) {

    /** Folds case and Unicode form; refuses blank, spaced or longer names with an {@link IllegalArgumentException}. */
    public PersonId {
        value = compact(value.strip()).toLowerCase(Locale.ROOT);
        Words.bounded("A sign-in name", value, 64);
        if (value.codePoints().anyMatch(PersonId::isRefused)) {
            throw new IllegalArgumentException("A sign-in name must have no spaces or control characters");
        }
    }

    /** In the one form of Unicode that counts; ASCII has no other, and most names are. */
    private static String compact(String name) {
        return name.chars().allMatch(character -> character < 0x80)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    private static boolean isRefused(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return value;
    }
}
