// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.Command;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import baton.store.DeskFile;
import baton.store.Replica;
import baton.store.Shelf;
import baton.wire.Answers;
import baton.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub that has just been asked for pages, and is asked for news for the first time. */
final class PollerTest {
    private static final PersonId MINA = new PersonId("mina");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final RunningClock clock = new RunningClock();
    private final Shelf shelf = new Shelf.Memory("poller-" + UUID.randomUUID());
    private final Surface surface = Surface.of(MINA, clock);
    private final MockWebServer hub = new MockWebServer();
    private Replica replica;
    private DeskFile file;
    private HubClient client;
    private Outbox outbox;
    private Poller poller;

    @BeforeEach
    void copied() throws IOException {
        hub.start();
        replica = Replica.open(shelf, new Replica.Owner("http://hub", MINA, "AGENT"));
        Replica.Mark eight = LineMark.at(8, Optional.of(line(8, "eight")));
        replica.begin("journal", eight);
        assertThat(replica.fill(eight, List.of(), List.of(), List.of(), Optional.empty())
                        .conversations())
                .isEmpty();
        file = DeskFile.open(shelf, "mark");
        DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
        Credentials credentials = Credentials.open(
                file, false, Optional.of(new Pass(MINA, "Mina", Role.AGENT, new Secret("token"), NOON)));
        client = new HubClient(
                HubAddress.of("http://127.0.0.1:" + hub.getPort()), Locale.ENGLISH, clock, credentials::token);
        outbox = new Outbox(file, drafts, surface, MINA);
        Follower follower = new Follower(replica, outbox, drafts, surface);
        follower.complete(follower.read(follower.generation()));
        poller = new Poller(
                new Session(client, credentials, surface.link()),
                follower,
                new Lineage(replica),
                surface,
                Disk.under(shelf),
                Desks.HASTY);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        replica.close();
        file.close();
        hub.close();
    }

    private static Answers.FeedEvent line(long seq, String body) {
        return new Answers.FeedEvent(
                seq, NOON, Optional.empty(), new Actor.Hub(), "SomethingNew", "{\"body\":\"" + body + "\"}");
    }

    private void feed(long upTo, Answers.FeedEvent... lines) {
        answers(new Answers.Feed(upTo, NOON, "journal", List.of(lines), List.of()));
    }

    private void head(long upTo) {
        answers(new Answers.Snapshot(
                upTo, Optional.empty(), NOON, "journal", List.of(), List.of(), List.of(), Optional.empty()));
    }

    private void answers(Object answer) {
        hub.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(Json.MAPPER.writeValueAsString(answer))
                .build());
    }

    @Test
    void aFeedThatHasNotCaughtUpWithItsJournalIsNoReasonToBeginAnew() {
        feed(7);
        head(8);
        assertThat(poller.run()).isEqualTo(Desks.HASTY.firstPause());
        assertThat(replica.generation()).isZero();
        feed(8, line(8, "eight"));
        assertThat(poller.run()).isZero();
        assertThat(surface.link().isOnline()).isTrue();
        assertThat(replica.generation()).isZero();
    }

    @Test
    void aHubThatHasLessThanItToldWasPutBack() {
        feed(7);
        head(7);
        assertThat(poller.run()).isZero();
        assertThat(replica.generation()).isEqualTo(1);
    }

    @Test
    void aHubWithAnotherLineAtTheCursorWasPutBackAndHasGoneOn() {
        feed(9, line(8, "another story"), line(9, "nine"));
        assertThat(poller.run()).isZero();
        assertThat(replica.generation()).isEqualTo(1);
    }

    @Test
    void nothingIsDecidedWhileNobodyTellsHowFarTheJournalIs() {
        feed(7);
        hub.enqueue(new MockResponse.Builder().code(503).build());
        assertThat(poller.run()).isEqualTo(Desks.HASTY.firstPause());
        assertThat(replica.generation()).isZero();
    }

    /** As after a kill in the moment between the copy and the outbox. */
    @Test
    void whatTheCopyHasAlreadyIsNoBubbleAnyMoreThoughNothingNewComes() {
        Command note = new Command.Note(new ConversationId(3), "for the team", List.of());
        OutboxEntry written = outbox.add(Asking.newId(), note);
        outbox.taken(outbox.ask(written).orElseThrow(), new MessageId(8));
        assertThat(outbox.bubbles()).hasSize(1);
        feed(8, line(8, "eight"));
        assertThat(poller.run()).isZero();
        assertThat(outbox.bubbles()).isEmpty();
        assertThat(file.all(OutboxEntry.KIND)).isEmpty();
    }

    /** A held answer tells the hub's time to 25 seconds, and a clock set back by less than one makes it all that is known. */
    @Test
    void aClockThatWasSetBackIsMeasuredByAQuickAnswer() throws InterruptedException {
        feedAt(surface.time().instant());
        assertThat(poller.run()).isZero();
        clock.pass(Duration.ofMillis(-300));
        feedAt(surface.time().instant().plusMillis(300));
        assertThat(poller.run()).isZero();
        feedAt(surface.time().instant());
        assertThat(poller.run()).isZero();
        assertThat(hub.takeRequest().getUrl().queryParameter("wait")).isEqualTo("0");
        assertThat(hub.takeRequest().getUrl().queryParameter("wait")).isEqualTo("25");
        assertThat(hub.takeRequest().getUrl().queryParameter("wait")).isEqualTo("0");
    }

    private void feedAt(Instant now) {
        Answers.FeedEvent eight = line(8, "eight");
        answers(new Answers.Feed(8, now, "journal", List.of(eight), List.of(touch())));
    }

    private static Answers.Seen touch() {
        return new Answers.Seen(new ConversationId(3), MINA, true, NOON, Optional.empty());
    }
}
