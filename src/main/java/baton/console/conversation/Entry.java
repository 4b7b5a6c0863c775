// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Times;
import baton.domain.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of the conversation list: a message, the name of a day, or the mark where unread begins. */
sealed interface Entry {

    /** What stays the same while the entry changes. */
    Object key();

    /** A guess of its height, for the scroll bar until it is measured; {@code width} of the list in pixels. */
    double guess(double width);

    /** {@code first}: the row that follows. Messages that came late may bring the same day twice. */
    record Day(LocalDate date, MessageId first) implements Entry {
        @Override
        public Object key() {
            return this;
        }

        @Override
        public double guess(double width) {
            return 40;
        }
    }

    record Unread() implements Entry {
        @Override
        public Object key() {
            return Unread.class;
        }

        @Override
        public double guess(double width) {
            return 32;
        }
    }

    /** {@code isContinued}: the same writer goes on right after the row before, so it is not named again. */
    record Row(BubbleRow row, boolean isContinued) implements Entry {
        private static final double PER_LINE = 18;
        private static final double PER_CHARACTER = 7;

        @Override
        public Object key() {
            return row.id();
        }

        @Override
        public double guess(double width) {
            double inside = Math.max(100, BubbleCell.mostFor(width));
            double lines = Math.ceil(row.message().content().words().length() * PER_CHARACTER / inside);
            return (isContinued ? 24 : 52) + PER_LINE * Math.max(1, lines);
        }
    }

    /** How long a pause may be before the writer is named again. */
    Duration PAUSE = Duration.ofMinutes(10);

    /** The rows with days and the unread mark between them. Pure; 10,000 rows take a few milliseconds. */
    static List<Entry> of(List<BubbleRow> rows, Optional<MessageId> firstUnread, Times times) {
        var entries = new ArrayList<Entry>(rows.size() + 16);
        Instant dayBegins = Instant.MAX;
        Instant dayEnds = Instant.MIN;
        Optional<BubbleRow> before = Optional.empty();
        for (BubbleRow row : rows) {
            boolean isUnread = firstUnread.filter(row.id()::equals).isPresent();
            boolean isNewDay = row.at().isBefore(dayBegins) || !row.at().isBefore(dayEnds);
            if (isNewDay) {
                LocalDate date = times.day(row.at());
                dayBegins = times.end(date.minusDays(1));
                dayEnds = times.end(date);
                entries.add(new Day(date, row.id()));
            }
            if (isUnread) {
                entries.add(new Unread());
            }
            boolean isContinued = !isNewDay
                    && !isUnread
                    && before.filter(it -> continues(it, row)).isPresent();
            entries.add(new Row(row, isContinued));
            before = Optional.of(row);
        }
        return entries;
    }

    private static boolean continues(BubbleRow before, BubbleRow row) {
        boolean isSameWriter = before.side() == row.side()
                && before.message().author().equals(row.message().author())
                && before.message().marks().way() == row.message().marks().way();
        return isSameWriter && Duration.between(before.at(), row.at()).compareTo(PAUSE) < 0;
    }
}
