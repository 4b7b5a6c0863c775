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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The held polls of all desks: answered when something happens, at the latest after the time they asked for, and each desk at
 * most once in 50 ms. A held poll keeps no thread. {@link #step} is the step of a loop; everything else is safe from any thread.
 */
final class Feed implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration PACE = Duration.ofMillis(50);
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
    private final Map<Long, CompletableFuture<Boolean>> held = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Cache<String, Told> told = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private long lastRound = System.nanoTime() - PACE.toNanos();
    private long lastLook = System.nanoTime();
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
        return held.size();
    }

    /** The last number of the journal, once the database has been asked if the cursor seems to be ahead of it. */
    long headFor(long cursor) {
        return cursor > journal.head() ? journal.look() : journal.head();
    }

    /** News after the cursor; the future completes when there are some, or without any when the time is over. */
    CompletableFuture<Answers.Feed> poll(Poll poll) {
        Duration pause = pause(poll);
        boolean ready = hasNews(poll);
        if (closed || poll.most().isZero() || (ready && pause.isZero())) {
            return CompletableFuture.completedFuture(answer(poll));
        }
        return ready ? hold(poll, shorter(pause, poll.most()), false) : hold(poll, poll.most(), true);
    }

    private CompletableFuture<Answers.Feed> hold(Poll poll, Duration most, boolean forNews) {
        long number = numbers.incrementAndGet();
        CompletableFuture<Boolean> hold =
                new CompletableFuture<Boolean>().completeOnTimeout(false, most.toMillis(), TimeUnit.MILLISECONDS);
        held.put(number, hold);
        if (closed || (forNews && hasNews(poll))) {
            hold.complete(true); // it happened between looking and being held
        }
        return hold.thenApplyAsync(
                _ -> {
                    held.remove(number);
                    return answer(poll);
                },
                threads);
    }

    private boolean hasNews(Poll poll) {
        Told known = told.getIfPresent(poll.desk());
        return recent.last() > poll.after() || (known != null && lane.last() > known.lane());
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
        long laneBefore = Optional.ofNullable(told.getIfPresent(poll.desk()))
                .map(Told::lane)
                .orElse(0L);
        RecentEvents.Slice slice = recent.after(poll.after(), poll.scope());
        told.put(poll.desk(), new Told(laneNow, System.nanoTime()));
        return new Answers.Feed(slice.upTo(), clock.instant(), journal.id(), slice.events(), lane.after(laneBefore));
    }

    /** Reads what is new once for all and answers who waits for it. Woken by each append; looks at the lane every second. */
    synchronized Duration step() {
        Duration sinceRound = Duration.ofNanos(System.nanoTime() - lastRound);
        if (sinceRound.compareTo(PACE) < 0) {
            return PACE.minus(sinceRound);
        }
        boolean happened = recent.catchUp();
        boolean touched = lookAtLane();
        if (happened || touched) {
            lastRound = System.nanoTime();
            held.values().forEach(hold -> hold.complete(true));
        }
        return LOOK;
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
        held.values().forEach(hold -> hold.complete(false));
    }
}
