// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;

/** The last thing said in a conversation, as a list row shows it: at most 160 UTF-16 units of it. */
public record Line(MessageId message, Author author, boolean note, String kind, String words, Instant at) {

    private static final int MOST = 160;

    public static Line of(Recorded recorded, Author author, boolean note, Content content) {
        return new Line(
                new MessageId(recorded.seq()),
                author,
                note,
                content.getClass().getSimpleName(),
                shortened(content.words()),
                recorded.at());
    }

    private static String shortened(String words) {
        if (words.length() <= MOST) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(MOST - 1)) ? MOST - 1 : MOST);
    }
}
