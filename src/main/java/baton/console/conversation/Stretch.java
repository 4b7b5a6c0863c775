// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.text.BreakIterator;
import java.util.Locale;

/** A stretch of shown text, the end excluded: what a click, a double or a triple click takes. Pure. */
record Stretch(int from, int to) {

    /** Between two places, in either order. */
    static Stretch between(int one, int other) {
        return new Stretch(Math.min(one, other), Math.max(one, other));
    }

    /** The word around that place, or the gap between two. */
    static Stretch word(String text, int at) {
        if (text.isEmpty()) {
            return new Stretch(0, 0);
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int inside = Math.clamp(at, 0, text.length() - 1);
        int to = words.following(inside);
        return new Stretch(words.previous(), to);
    }

    /** From one line break to the next. */
    static Stretch line(String text, int at) {
        int from = text.lastIndexOf('\n', Math.max(0, at - 1));
        int to = text.indexOf('\n', at);
        boolean isAtBreak = from == at && at > 0;
        int begin = isAtBreak ? text.lastIndexOf('\n', at - 1) + 1 : from + 1;
        return new Stretch(Math.min(begin, at), to < 0 ? text.length() : to);
    }

    /** Both and what lies between, so that dragging on after a double click takes whole words. */
    Stretch joined(Stretch other) {
        return new Stretch(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean isEmpty() {
        return from == to;
    }
}
