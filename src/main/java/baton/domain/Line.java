// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The last thing said in a conversation, as a list row shows it: at most 160 UTF-16 units of it. {@code editedAt}: when its writer gave it
 * these words, if they are not the first.
 */
public record Line(
        MessageId message,
        Author author,
        boolean note,
        String kind,
        String words,
        Instant at,
        Optional<Instant> editedAt) {

    /** The kind of a line whose message was deleted for everyone. */
    public static final String REVOKED = "Revoked";

    /** Before the sort of file in the kind of a line that is a file, as in {@code Media.VOICE}. */
    public static final String MEDIA = "Media.";

    private static final int MOST = 160;

    public static Line of(Recorded recorded, Author author, boolean note, Content content) {
        return new Line(
                new MessageId(recorded.seq()),
                author,
                note,
                kindOf(content),
                shortened(content.words()),
                recorded.at(),
                Optional.empty());
    }

    /** The same line, said at another time. */
    public Line at(Instant moment) {
        return new Line(message, author, note, kind, words, moment, editedAt);
    }

    /** The same line with the words it was given {@code then}, unless newer ones are known or it was deleted. */
    public Line reworded(Content content, Instant then) {
        boolean isOver = kind.equals(REVOKED) || editedAt.filter(then::isBefore).isPresent();
        return isOver
                ? this
                : new Line(message, author, note, kindOf(content), shortened(content.words()), at, Optional.of(then));
    }

    /** The same line without its words: its writer deleted it. Its kind becomes {@code Revoked}. */
    public Line revoked() {
        return new Line(message, author, note, REVOKED, "", at, editedAt);
    }

    private static String kindOf(Content content) {
        return content instanceof Content.Media media
                ? MEDIA + media.kind().name()
                : content.getClass().getSimpleName();
    }

    private static String shortened(String words) {
        if (words.length() <= MOST) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(MOST - 1)) ? MOST - 1 : MOST);
    }
}
