// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.Markup;
import baton.console.Seat;
import baton.console.Texts;
import baton.domain.Author;
import baton.domain.Line;
import baton.sync.Hold;
import java.text.BreakIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a row says, in the language of the moment. */
final class RowWords {
    private final Seat seat;
    private final Texts texts;

    RowWords(Seat seat) {
        this.seat = seat;
        this.texts = seat.texts();
    }

    static String initial(String name) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        String bare = name.startsWith("@") || name.startsWith("+") ? name.substring(1) : name.strip();
        graphemes.setText(bare);
        int end = graphemes.next();
        return end == BreakIterator.DONE ? "" : bare.substring(0, end).toUpperCase(Locale.ROOT);
    }

    /** How long the customer waits, or else how long ago something was said. */
    String time(InboxRow row, Instant now) {
        return row.waitingSince()
                .map(since -> seat.times().length(Duration.between(since, now)))
                .orElseGet(() -> seat.times().ago(row.lastAt(), now));
    }

    String last(InboxRow row) {
        return row.last().map(this::said).orElse("");
    }

    String holder(InboxRow row, Optional<Hold> hold, Instant now) {
        if (!row.row().conversation().open()) {
            return texts.say("inbox.resolved");
        }
        return hold.map(held -> texts.say(
                        "inbox.held",
                        held.mine() ? texts.say("inbox.you") : held.holderName(),
                        seat.times().countdown(InboxRow.left(row.row(), held, now))))
                .orElseGet(() -> texts.say("inbox.free"));
    }

    /** What is left of the service window; nothing for conversations that are closed. */
    String window(InboxRow row, Instant now) {
        if (!row.row().conversation().open()) {
            return "";
        }
        return row.row()
                .windowClosesAt()
                .map(closes -> now.isBefore(closes)
                        ? seat.times().length(Duration.between(now, closes))
                        : texts.say("inbox.window-over"))
                .orElse("");
    }

    /** Everything, for a screen reader. */
    String spoken(InboxRow row, Instant now) {
        String unread = row.unread() == 0 ? "" : texts.count("inbox.unread.one", "inbox.unread.many", row.unread());
        String waits = row.waitingSince()
                .map(_ -> texts.say("inbox.waits", time(row, now)))
                .orElse("");
        return String.join(
                ", ",
                row.name(),
                last(row),
                waits,
                unread,
                holder(row, row.row().heldAt(now), now));
    }

    private String said(Line line) {
        String what = line.words().isBlank()
                ? kind(line)
                : Markup.plain(line.words()).replace('\n', ' ').strip();
        if (line.note()) {
            return texts.say("inbox.note", what);
        }
        boolean isMine = line.author() instanceof Author.Person person
                && person.id().equals(seat.workspace().me());
        return isMine ? texts.say("inbox.mine", what) : what;
    }

    /** A message without words is called by what it is: a file by its sort. */
    private String kind(Line line) {
        String key = line.kind().startsWith(Line.MEDIA)
                ? "media." + line.kind().substring(Line.MEDIA.length())
                : "kind." + line.kind();
        return texts.say(texts.knows(key) ? key : "kind.other");
    }
}
