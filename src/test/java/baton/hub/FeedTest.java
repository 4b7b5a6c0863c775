// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.domain.Actor;
import baton.domain.ConversationId;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.Touch;
import baton.store.Database;
import baton.store.Inbox;
import baton.store.Journal;
import baton.store.Touches;
import baton.wire.Answers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed stepped by hand. */
final class FeedTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private Database database;
    private Journal journal;
    private Feed feed;

    @BeforeEach
    void open() {
        database = Database.embedded(folder);
        journal = Journal.open(database, clock);
        feed = new Feed(journal, new Touches(database), new Inbox(database), clock, Runnable::run);
    }

    @AfterEach
    void close() {
        feed.close();
        journal.close();
        database.close();
    }

    private long arrives(String name) {
        return journal.submit(turn ->
                        turn.record(new Actor.Hub(), new PersonEvent.PersonAdded(new PersonId(name), name, Role.AGENT)))
                .join()
                .seq();
    }

    private CompletableFuture<Answers.Feed> poll(String desk, long after) {
        return feed.poll(new Feed.Poll(Scope.WHOLE, desk, after, Duration.ofSeconds(25)));
    }

    /** An empty answer before its time tells a desk that the hub is ending: it would stay away for a second. */
    @Test
    void whoKnowsTheNewestLineAlreadyStaysHeldWhileOthersAreTold() {
        long line = arrives("mina");
        CompletableFuture<Answers.Feed> ahead = poll("ahead", line);
        CompletableFuture<Answers.Feed> behind = poll("behind", line - 1);
        feed.step();
        assertThat(behind).isCompletedWithValueMatching(news -> news.upTo() == line);
        assertThat(ahead).isNotDone();
    }

    @Test
    void whoWasToldAMomentAgoIsToldAgainWithoutAnotherLine() {
        long first = arrives("mina");
        feed.step();
        assertThat(poll("desk", first - 1).join().upTo()).isEqualTo(first);
        CompletableFuture<Answers.Feed> held = poll("desk", first);
        long second = arrives("sora");
        await().until(() -> {
            feed.step();
            return held.isDone();
        });
        assertThat(held.join().upTo()).isEqualTo(second);
        assertThat(held.join().events()).hasSize(1);
    }

    @Test
    void oneSignInHoldsSoManyPollsAndOneMoreEndsTheOldest() {
        long line = arrives("mina");
        feed.step();
        CompletableFuture<Answers.Feed> other = poll("other", line);
        List<CompletableFuture<Answers.Feed>> polls = Stream.generate(() -> poll("desk", line))
                .limit(HeldPolls.MOST + 2)
                .toList();
        assertThat(polls.subList(0, 2))
                .allSatisfy(oldest -> assertThat(oldest)
                        .isCompletedWithValueMatching(
                                news -> news.upTo() == line && news.events().isEmpty()));
        assertThat(polls.subList(2, polls.size())).noneMatch(CompletableFuture::isDone);
        assertThat(other).isNotDone();
        assertThat(feed.polls()).isEqualTo(HeldPolls.MOST + 1);
    }

    @Test
    void aPollThatIsOverMakesRoomForAnother() {
        long line = arrives("mina");
        feed.step();
        List<CompletableFuture<Answers.Feed>> first =
                Stream.generate(() -> poll("desk", line)).limit(HeldPolls.MOST).toList();
        long news = arrives("sora");
        await().until(() -> {
            feed.step();
            return first.stream().allMatch(CompletableFuture::isDone);
        });
        assertThat(feed.polls()).isZero();
        List<CompletableFuture<Answers.Feed>> next =
                Stream.generate(() -> poll("desk", news)).limit(HeldPolls.MOST).toList();
        assertThat(next).noneMatch(CompletableFuture::isDone);
    }

    /** Its desk began anew, or an answer was lost on the way: it asks so that the hub answers at once. */
    @Test
    void whoAsksWithoutWaitingIsToldAgainWhoIsAtWork() {
        Touches touches = new Touches(database);
        Touch touch = new Touch(new ConversationId(3), new PersonId("mina"), clock.instant(), Optional.empty());
        touches.note(touch, clock.instant(), clock.instant());
        long line = arrives("mina");
        CompletableFuture<Answers.Feed> held = poll("desk", line);
        await().until(() -> {
            feed.step();
            return held.isDone();
        });
        assertThat(held.join().touches()).hasSize(1);
        assertThat(feed.poll(new Feed.Poll(Scope.WHOLE, "desk", line, Duration.ZERO))
                        .join()
                        .touches())
                .hasSize(1);
        assertThat(poll("desk", line)).isNotDone();
    }
}
