// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Loop;
import baton.store.Replica.Position;
import baton.store.StoreException;
import baton.wire.Answers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows the hub: fills the replica page by page, then asks for news, held by the hub until there are some. After every
 * trouble it asks for its last line again, to see whether the hub still remembers the same. One step of a loop.
 */
final class Poller implements Loop.Step {
    private static final Duration UNTIL_WOKEN = Duration.ofHours(1);
    private static final Duration HOPELESS = Duration.ofMinutes(1);
    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final Duration BRIEF = Duration.ofSeconds(1);
    private static final int BRIEF_HOLDS = 5;
    private static final int PAGE = 500;
    /** As many lines as an answer has at most: there may be more. */
    private static final int FULL = 500;

    private final Session session;
    private final Follower follower;
    private final Lineage lineage;
    private final Surface surface;
    private final Disk disk;
    private final WorkspaceSettings.Pace pace;
    private final AtomicBoolean woken = new AtomicBoolean();
    private Duration pause;
    private int briefHolds;
    private boolean isVerified;

    Poller(
            Session session,
            Follower follower,
            Lineage lineage,
            Surface surface,
            Disk disk,
            WorkspaceSettings.Pace pace) {
        this.session = session;
        this.follower = follower;
        this.lineage = lineage;
        this.surface = surface;
        this.disk = disk;
        this.pace = pace;
        this.pause = pace.firstPause();
    }

    /** A poll that began at {@code begun} of the machine's tick and was to be held for {@code most}. */
    private record Held(long begun, Duration most) {
        boolean isEarly() {
            return System.nanoTime() - begun < most.minus(BREATH).toNanos();
        }

        /** A clock that was set is known by the seconds this was held; one quick answer tells it well. */
        boolean isRough(HubTime time) {
            return !most.isZero() && time.isContradicted();
        }
    }

    /** Ends the wait for the hub, if there is one; whoever wakes the loop too gets an attempt at once. */
    void interrupt() {
        woken.set(true);
        session.client().cancelPoll();
    }

    @Override
    public Duration run() {
        if (session.credentials().token().isEmpty()) {
            return UNTIL_WOKEN;
        }
        woken.set(false);
        try {
            Position at = follower.position();
            return at.filled() ? poll(at) : fill(at);
        } catch (StoreException broken) {
            return mend(broken);
        }
    }

    /** A copy that there is no room for stays as it is until there is; one that cannot be read is thrown away. */
    private Duration mend(StoreException broken) {
        isVerified = false;
        if (!disk.hasRoom()) {
            surface.link().unwritable(String.valueOf(broken.getMessage()));
            throw broken;
        }
        follower.restart();
        return pace.firstPause();
    }

    private Duration fill(Position at) {
        surface.link().loading(follower.rows());
        HubReply<Answers.Snapshot> reply = session.ask(hub -> hub.snapshot(at.page(), PAGE));
        if (!(reply instanceof HubReply.Answered<Answers.Snapshot> answered)) {
            return down(reply);
        }
        Answers.Snapshot page = answered.value();
        surface.time().measured(page.now(), answered.asked(), answered.came());
        if (at.page().isPresent() && (Lineage.isOther(at, page.journal()) || page.upTo() < at.cursor())) {
            return restored();
        }
        follower.fill(at, page);
        isVerified = false;
        return Duration.ZERO;
    }

    private Duration poll(Position at) {
        long after = isVerified ? at.cursor() : Math.max(0, at.cursor() - 1);
        Duration hold = isVerified ? hold() : Duration.ZERO;
        long begun = System.nanoTime();
        HubReply<Answers.Feed> reply = session.ask(hub -> hub.feed(after, hold));
        return switch (reply) {
            case HubReply.Answered<Answers.Feed> answered -> news(at, answered, new Held(begun, hold));
            case HubReply.Refused<Answers.Feed> _ -> restored();
            case HubReply.Failed<Answers.Feed> _ when woken.get() -> again();
            case HubReply.Failed<Answers.Feed> _,
                    HubReply.Denied<Answers.Feed> _,
                    HubReply.Rejected<Answers.Feed> _,
                    HubReply.Wrong<Answers.Feed> _ -> down(reply);
        };
    }

    /** A change of the team may have ended this sign-in, and a poll that is held would not hear of it. */
    private Duration hold() {
        if (briefHolds == 0) {
            return pace.hold();
        }
        briefHolds--;
        return BRIEF;
    }

    private Duration again() {
        isVerified = false;
        return Duration.ZERO;
    }

    private Duration news(Position at, HubReply.Answered<Answers.Feed> answered, Held held) {
        Answers.Feed feed = answered.value();
        surface.time().measured(feed.now(), answered.asked(), answered.came());
        if (!isOurs(at, feed)) {
            return restored();
        }
        boolean isAll = feed.events().size() < FULL;
        boolean isShort = feed.upTo() < at.told();
        if (!isVerified && isAll && isShort) {
            return behind(at);
        }
        if (!isVerified && !isAll && isFarBehind(at)) {
            follower.restart();
            return Duration.ZERO;
        }
        boolean isNothing = feed.upTo() == at.cursor() && feed.touches().isEmpty();
        boolean isEarly = isVerified && isNothing && held.isEarly();
        if (follower.take(at, feed, isVerified && isAll)) {
            briefHolds = BRIEF_HOLDS;
        }
        isVerified = (isVerified || !isShort) && !held.isRough(surface.time());
        pause = pace.firstPause();
        if (isAll) {
            surface.link().online(surface.latencies());
        }
        return isEarly ? stopping() : Duration.ZERO;
    }

    /** A hub that stops answers held polls early. Asking again at once would be a storm; and who knows what stands there then. */
    private Duration stopping() {
        isVerified = false;
        return BREATH;
    }

    private boolean isFarBehind(Position at) {
        return head().filter(head -> head - at.cursor() > pace.far()).isPresent();
    }

    /** The last line of the hub, whichever hub on a database answers; empty if none does. */
    private Optional<Long> head() {
        return session.ask(hub -> hub.snapshot(Optional.empty(), 1))
                        instanceof HubReply.Answered<Answers.Snapshot> answered
                ? Optional.of(answered.value().upTo())
                : Optional.empty();
    }

    private boolean isOurs(Position at, Answers.Feed feed) {
        if (Lineage.isOther(at, feed.journal()) || !lineage.bearsOut(feed)) {
            return false;
        }
        return isVerified || lineage.agrees(at, feed);
    }

    /** The feed ends before what the hub has told already: the hub was put back, unless only its feed has not caught up with its journal yet. */
    private Duration behind(Position at) {
        return head().filter(head -> head < at.told()).isPresent() ? restored() : pace.firstPause();
    }

    /** The hub does not remember what we do: it was restored from a backup, or is another one. All we know is worth nothing. */
    private Duration restored() {
        follower.restored();
        isVerified = false;
        return Duration.ZERO;
    }

    private Duration down(HubReply<?> reply) {
        isVerified = false;
        if (reply instanceof HubReply.Denied<?>) {
            return UNTIL_WOKEN;
        }
        surface.link().down(reply);
        if (!(reply instanceof HubReply.Failed<?>)) {
            return HOPELESS;
        }
        Duration wait = pause;
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(pace.longestPause()) < 0 ? next : pace.longestPause();
        return wait;
    }
}
