// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** Text from outside made storable: no NUL (PostgreSQL refuses it), no half surrogate pairs (no encoder takes them). */
public final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /** The text with each of those replaced by U+FFFD; mostly the very same object. */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBroken(text, i)) {
                return rewritten(text);
            }
        }
        return text;
    }

    /** At most {@code most} UTF-16 units, never ending within a surrogate pair. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String rewritten(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            clean.append(isBroken(text, i) ? REPLACEMENT : text.charAt(i));
        }
        return clean.toString();
    }

    private static boolean isBroken(String text, int at) {
        char unit = text.charAt(at);
        if (Character.isHighSurrogate(unit)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(unit)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return unit == 0;
    }
}
