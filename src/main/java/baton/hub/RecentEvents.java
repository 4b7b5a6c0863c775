// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Recorded;
import baton.store.Journal;
import baton.wire.Answers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The last lines of the journal, read once for all desks and written as JSON once for each scope: 500 polls cost one look at
 * the database for each append. What is older is read from the journal. One thread brings it up to date, any may read.
 */
final class RecentEvents {
    private static final int KEPT = 2_048;
    private static final int PAGE = 500;

    /** Lines after a cursor; {@code upTo} is the last number looked at. */
    record Slice(long upTo, List<Answers.FeedEvent> events) {}

    private record Shown(Answers.FeedEvent whole, Answers.FeedEvent withoutText) {
        static Shown of(Recorded line) {
            return new Shown(Answers.FeedEvent.of(line), Answers.FeedEvent.of(Scope.WITHOUT_TEXT.shown(line)));
        }

        Answers.FeedEvent in(Scope scope) {
            return scope == Scope.WHOLE ? whole : withoutText;
        }
    }

    /** Lines {@code last - lines.size() + 1} to {@code last}, without gaps. */
    private record Window(long last, List<Shown> lines) {
        long before() {
            return last - lines.size();
        }
    }

    private final Journal journal;
    private volatile Window window;

    RecentEvents(Journal journal) {
        this.journal = journal;
        this.window = new Window(journal.head(), List.of());
    }

    /** The last number it holds. */
    long last() {
        return window.last();
    }

    /** Reads what is new; tells whether there was anything. One thread. */
    boolean catchUp() {
        long before = window.last();
        while (window.last() < journal.head()) {
            List<Recorded> news = journal.news(window.last(), PAGE);
            if (news.isEmpty()) {
                break;
            }
            window = with(window, news);
        }
        return window.last() > before;
    }

    private static Window with(Window old, List<Recorded> news) {
        int size = old.lines().size();
        int dropped = Math.clamp(size + news.size() - KEPT, 0, size);
        List<Shown> lines = new ArrayList<>(size - dropped + news.size());
        lines.addAll(old.lines().subList(dropped, size));
        news.forEach(line -> lines.add(Shown.of(line)));
        return new Window(news.getLast().seq(), Collections.unmodifiableList(lines));
    }

    /** At most 500 lines after the cursor. */
    Slice after(long cursor, Scope scope) {
        Window now = window;
        if (cursor >= now.last()) {
            return new Slice(cursor, List.of());
        }
        List<Answers.FeedEvent> events = cursor >= now.before() ? recent(now, cursor, scope) : older(cursor, scope);
        return new Slice(events.isEmpty() ? cursor : events.getLast().seq(), events);
    }

    private static List<Answers.FeedEvent> recent(Window window, long cursor, Scope scope) {
        int size = window.lines().size();
        int from = (int) (cursor - window.before());
        return window.lines().subList(from, Math.min(size, from + PAGE)).stream()
                .map(shown -> shown.in(scope))
                .toList();
    }

    private List<Answers.FeedEvent> older(long cursor, Scope scope) {
        return journal.after(cursor, PAGE).stream()
                .map(line -> Answers.FeedEvent.of(scope.shown(line)))
                .toList();
    }
}
