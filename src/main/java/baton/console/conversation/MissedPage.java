// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.MessageId;
import baton.sync.LinkState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The page that the hub did not give when it was asked for: it is asked for again when the line is back, and while it holds every half minute. */
final class MissedPage {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** {@code before}: the end of the page; empty where that is the newest. */
    private record Missed(Optional<MessageId> before, Instant since) {}

    private final Consumer<Optional<MessageId>> ask;
    private Optional<Missed> missed = Optional.empty();
    private boolean isOnline;

    /** {@code ask}: fetches the page with that end, and says so here if that fails once more. */
    MissedPage(LinkState link, Consumer<Optional<MessageId>> ask) {
        this.isOnline = link instanceof LinkState.Online;
        this.ask = ask;
    }

    void put(Optional<MessageId> before, Instant now) {
        missed = Optional.of(new Missed(before, now));
    }

    void forget() {
        missed = Optional.empty();
    }

    /** Each message that is measured changes the line too; only a line that was gone is news. */
    void linked(LinkState link) {
        boolean wasOnline = isOnline;
        isOnline = link instanceof LinkState.Online;
        if (isOnline && !wasOnline) {
            again(missed);
        }
    }

    void tick(Instant now) {
        if (isOnline) {
            again(missed.filter(page -> !now.isBefore(page.since().plus(PAUSE))));
        }
    }

    private void again(Optional<Missed> due) {
        due.ifPresent(page -> {
            forget();
            ask.accept(page.before());
        });
    }
}
