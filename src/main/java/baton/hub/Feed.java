// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.store.Inbox;
import baton.store.Journal;
import baton.store.Touches;
import baton.wire.Answers;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The held polls of all desks: answered when something happens, at the latest after the time they asked for or when their desk
 * asks too often at a time ({@link HeldPolls}), and each desk at most once in 50 ms. A held poll keeps no thread. {@link #step} is the step of a loop; everything else is safe from any thread.
 */
final class Feed implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration ROUND = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** One question for news. {@code desk} names the sign-in, {@code most} is how long it may be held. */
    record Poll(Scope scope, String desk, long after, Duration most) {}

    /** What this desk was told, and when by {@link System#nanoTime}. */
    private record Told(long lane, long at) {}

    private final Journal journal;
    private final InstantSource clock;
    private final Executor threads;
    private final RecentEvents recent;
    private final Lane lane;
    private final HeldPolls held = new HeldPolls();
    private final Cache<String, Told> told = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private long lastRound = System.nanoTime() - ROUND.toNanos();
    private long lastLook = System.nanoTime();
    private boolean hasSomePaused;
    private volatile boolean closed;

    Feed(Journal journal, Touches touches, Inbox inbox, InstantSource clock, Executor threads) {
        this.journal = journal;
        this.clock = clock;
        this.threads = threads;
        this.recent = new RecentEvents(journal);
        this.lane = new Lane(touches, inbox, clock);
    }

    /** How many polls are held now. */
    int polls() {
        return held.count();
    }

    /** The last number of the journal, once the database has been asked if the cursor seems to be ahead of it. */
    long headFor(long cursor) {
        return cursor > journal.head() ? journal.look() : journal.head();
    }

    /** News after the cursor; the future completes when there are some, or without any when the time is over. */
    CompletableFuture<Answers.Feed> poll(Poll poll) {
        boolean isReady = hasNews(poll) && pause(poll).isZero();
        return closed || poll.most().isZero() || isReady ? CompletableFuture.completedFuture(answer(poll)) : hold(poll);
    }

    /** Held first and looked at then, so that nothing can happen in between. */
    private CompletableFuture<Answers.Feed> hold(Poll poll) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        HeldPolls.Held hold = new HeldPolls.Held(poll, end);
        held.add(hold);
        Duration longest = hasNews(poll) ? shorter(pause(poll), poll.most()) : poll.most();
        end.completeOnTimeout(true, closed ? 0 : longest.toMillis(), TimeUnit.MILLISECONDS);
        return end.thenApplyAsync(
                _ -> {
                    held.remove(hold);
                    return answer(poll);
                },
                threads);
    }

    private boolean hasNews(Poll poll) {
        return recent.last() > poll.after() || lane.isNewsAfter(heardOfLane(poll));
    }

    /** The number of the lane's last change that this desk was told; 0 before its first answer. */
    private long heardOfLane(Poll poll) {
        Told known = told.getIfPresent(poll.desk());
        return known == null ? 0 : known.lane();
    }

    private Duration pause(Poll poll) {
        Told known = told.getIfPresent(poll.desk());
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = PACE.minusNanos(System.nanoTime() - known.at());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Answers.Feed answer(Poll poll) {
        long laneNow = lane.last();
        // Who does not want to wait begins anew, or an answer to it was lost: what it was told of the lane is not what
        // it knows.
        long laneBefore = poll.most().isZero() ? 0 : heardOfLane(poll);
        RecentEvents.Slice slice = recent.after(poll.after(), poll.scope());
        told.put(poll.desk(), new Told(laneNow, System.nanoTime()));
        return new Answers.Feed(slice.upTo(), clock.instant(), journal.id(), slice.events(), lane.after(laneBefore));
    }

    /**
     * Reads what is new once for all and answers whom it concerns; walks through the polls only if there was anything. Woken by each append,
     * reads at most every 10 ms, comes back for desks that were told a moment ago, and looks at the lane every second.
     */
    synchronized Duration step() {
        Duration sinceRound = Duration.ofNanos(System.nanoTime() - lastRound);
        if (sinceRound.compareTo(ROUND) < 0) {
            return ROUND.minus(sinceRound);
        }
        lastRound = System.nanoTime();
        boolean isNews = recent.catchUp();
        Duration next = isNews || hasSomePaused ? answerHeld() : LOOK;
        return lookAtLane() ? answerHeld() : next;
    }

    /** Answers the held polls that are due, and only those; tells how long until the next one is. */
    private Duration answerHeld() {
        Duration next = LOOK;
        hasSomePaused = false;
        for (HeldPolls.Held hold : held.all()) {
            if (!hasNews(hold.poll())) {
                continue;
            }
            Duration pause = pause(hold.poll());
            if (pause.isZero()) {
                hold.letGo();
            } else {
                hasSomePaused = true;
                next = shorter(next, pause);
            }
        }
        return next;
    }

    private boolean lookAtLane() {
        Duration sinceLook = Duration.ofNanos(System.nanoTime() - lastLook);
        if (held.isEmpty() || sinceLook.compareTo(LOOK) < 0) {
            return false;
        }
        lastLook = System.nanoTime();
        return lane.refresh();
    }

    /** Ends all held polls, and answers new ones at once. */
    @Override
    public void close() {
        closed = true;
        held.all().forEach(HeldPolls.Held::letGo);
    }
}
