// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static baton.hub.Bodies.anybody;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.DeliveryId;
import baton.domain.Person;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.store.EarlierRelease;
import baton.store.Reconciliation;
import baton.store.SetAsides;
import baton.store.Store;
import baton.store.Trouble;
import baton.wire.Board;
import baton.wire.Request;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Received = shown + waiting + doubled + set aside on every day, whatever is replayed when (SPEC.md B2); on both stores. */
@Timeout(60)
abstract class BooksContract {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 22);
    private static final DeliveryId ONE = new DeliveryId("20261122-1");
    private static final DeliveryId TWO = new DeliveryId("20261122-2");

    @TempDir
    Path folder;

    private Bench bench;

    /** The store under test, new and empty. */
    abstract Store fresh(Path folder);

    @BeforeEach
    void begin() {
        bench = new Bench(fresh(folder.resolve("data")).open());
    }

    @AfterEach
    void theTablesEqualAFreshFold() {
        try (Bench ended = bench) {
            assertThat(ended.firstDifference(folder)).isEmpty();
        }
    }

    private static String text(String wamid, Instant at) {
        return Bodies.text(anybody(1), wamid, at, "hello");
    }

    private static String texts(Instant at, String... wamids) {
        return Bodies.messages(
                Bodies.NUMBER,
                "[]",
                List.of(wamids).stream()
                        .map(wamid -> Bodies.entry(
                                anybody(1), wamid, at, "\"type\": \"text\", \"text\": {\"body\": \"hello\"}"))
                        .toList());
    }

    /** Nobody tells Baton of its number any more, or again. */
    private void know(boolean number) {
        bench.numbers = number ? Set.of(Bodies.NUMBER) : Set.of();
        bench.restart();
    }

    private String replay(DeliveryId delivery) {
        return String.valueOf(
                bench.done(Bench.ADMIN, new Command.Replay(delivery)).facts().get("result"));
    }

    private String books() {
        return new Reconciliation(bench.database)
                .days(FIRST, FIRST.plusDays(7)).reversed().stream()
                        .map(BooksContract::line)
                        .collect(Collectors.joining(" | "));
    }

    private static String line(Board.Day day) {
        assertThat(day.missing()).as(day.toString()).isZero();
        return "%d: received %d, shown %d, waiting %d, doubled %d, aside %d"
                .formatted(
                        day.day().getDayOfMonth(),
                        day.received(),
                        day.shown(),
                        day.waiting(),
                        day.doubled(),
                        day.setAside());
    }

    private List<SetAsides.Entry> open() {
        return new SetAsides(bench.database).open(100);
    }

    /** The store takes no line of it, twice; it is well again when the hub says that it sets the delivery aside. */
    private void deliverToABrokenStore(String body) {
        Trouble trouble = Trouble.begin(bench.database);
        Logger log = (Logger) LoggerFactory.getLogger(Intake.class);
        AppenderBase<ILoggingEvent> mender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent said) {
                if (said.getFormattedMessage().contains("is set aside")) {
                    trouble.close();
                }
            }
        };
        mender.start();
        log.addAppender(mender);
        try {
            assertThat(bench.deliver(body)).isEqualTo(Intake.Result.SET_ASIDE);
        } finally {
            log.detachAppender(mender);
        }
    }

    @Test
    void aDeliverySetAsideWholeIsReceivedAndStandsAsideWithAllItsMessagesUntilItIsReplayed() {
        deliverToABrokenStore(texts(bench.now(), "m1", "m2"));
        assertThat(open()).hasSize(1);
        assertThat(books()).isEqualTo("22: received 2, shown 0, waiting 0, doubled 0, aside 2");

        bench.later(Duration.ofDays(1));
        assertThat(replay(ONE)).isEqualTo("ACCEPTED");
        assertThat(open()).isEmpty();
        assertThat(books()).isEqualTo("22: received 2, shown 2, waiting 0, doubled 0, aside 0");
    }

    @Test
    void aDeliverySetAsideWholeTwiceIsADoubleTheSecondTimeWhicheverIsReplayed() {
        String body = texts(bench.now(), "m1", "m2");
        deliverToABrokenStore(body);
        deliverToABrokenStore(body);
        assertThat(open()).hasSize(1);
        assertThat(books()).isEqualTo("22: received 4, shown 0, waiting 0, doubled 2, aside 2");

        replay(TWO);
        assertThat(books()).isEqualTo("22: received 4, shown 2, waiting 0, doubled 0, aside 2");
        replay(ONE);
        assertThat(books()).isEqualTo("22: received 4, shown 2, waiting 0, doubled 2, aside 0");
    }

    @Test
    void whatAWholeDeliveryHoldsMayBeSetAsideOneByOneWhenItIsReplayedOnAnotherDay() {
        deliverToABrokenStore(texts(bench.now(), "m1", "m2"));
        know(false);
        bench.later(Duration.ofDays(1));
        assertThat(replay(ONE)).isEqualTo("SET_ASIDE");
        assertThat(open()).hasSize(2);
        assertThat(books()).isEqualTo("22: received 2, shown 0, waiting 0, doubled 0, aside 2");

        know(true);
        replay(ONE);
        assertThat(books()).isEqualTo("22: received 2, shown 2, waiting 0, doubled 0, aside 0");
    }

    @Test
    void aReactionReplayedADayLaterIsShownOnTheDayItCame() {
        bench.deliver(text("m1", bench.now()));
        know(false);
        bench.deliver(Bodies.reaction(anybody(1), "r1", bench.now(), "m1", "👍"));
        know(true);
        bench.later(Duration.ofDays(1));

        assertThat(replay(TWO)).isEqualTo("ACCEPTED");

        assertThat(bench.message("m1").marks().reactions()).hasSize(1);
        assertThat(books()).isEqualTo("22: received 2, shown 2, waiting 0, doubled 0, aside 0");
    }

    @Test
    void anEditReplayedADayLaterWaitsAndIsShownOnTheDayItCame() {
        know(false);
        bench.deliver(Bodies.edit(anybody(1), "e1", bench.now(), "m1", "mended"));
        know(true);
        bench.later(Duration.ofDays(1));
        replay(ONE);
        assertThat(books()).isEqualTo("22: received 1, shown 0, waiting 1, doubled 0, aside 0");

        bench.later(Duration.ofDays(1));
        bench.restart();
        bench.deliver(text("m1", bench.now()));
        assertThat(books())
                .isEqualTo("22: received 1, shown 1, waiting 0, doubled 0, aside 0"
                        + " | 24: received 1, shown 1, waiting 0, doubled 0, aside 0");
    }

    @Test
    void whatWasSetAsideAndThenTakenFromASecondDeliveryIsADoubleWhenItIsReplayed() {
        String body = text("m1", bench.now());
        know(false);
        bench.deliver(body);
        know(true);
        bench.later(Duration.ofDays(1));
        bench.deliver(body);
        assertThat(books())
                .isEqualTo("22: received 1, shown 0, waiting 0, doubled 0, aside 1"
                        + " | 23: received 1, shown 1, waiting 0, doubled 0, aside 0");

        assertThat(replay(ONE)).isEqualTo("DOUBLED");
        assertThat(open()).isEmpty();
        for (int again = 0; again < 2; again++) {
            assertThat(books())
                    .isEqualTo("22: received 1, shown 0, waiting 0, doubled 1, aside 0"
                            + " | 23: received 1, shown 1, waiting 0, doubled 0, aside 0");
            replay(ONE);
            replay(new DeliveryId("20261123-1"));
        }
    }

    @Test
    void theSecondDeliveryMayBeReplayedBeforeTheFirst() {
        String body = text("m1", bench.now());
        know(false);
        bench.deliver(body);
        bench.later(Duration.ofDays(1));
        bench.deliver(body);
        know(true);
        replay(new DeliveryId("20261123-1"));
        assertThat(books())
                .isEqualTo("22: received 1, shown 0, waiting 0, doubled 0, aside 1"
                        + " | 23: received 1, shown 1, waiting 0, doubled 0, aside 0");

        replay(ONE);
        assertThat(books())
                .isEqualTo("22: received 1, shown 0, waiting 0, doubled 1, aside 0"
                        + " | 23: received 1, shown 1, waiting 0, doubled 0, aside 0");
    }

    @Test
    void whatIsStillNotPlacedStaysSetAsideAndIsNoDouble() {
        know(false);
        bench.deliver(texts(bench.now(), "m1", "m2"));
        assertThat(replay(ONE)).isEqualTo("SET_ASIDE");
        assertThat(books()).isEqualTo("22: received 2, shown 0, waiting 0, doubled 0, aside 2");
    }

    @Test
    void whatIsShownIsNotSetAsideWhenItIsReplayedAfterItsNumberIsGone() {
        bench.deliver(text("m1", bench.now()));
        know(false);
        replay(ONE);
        assertThat(open()).isEmpty();
        assertThat(books()).isEqualTo("22: received 1, shown 1, waiting 0, doubled 0, aside 0");
    }

    /** It did not count what it could not take in, for no number. */
    @Test
    void whatAnEarlierReleaseSetAsideWholeIsReceivedOnceItIsReplayed() {
        deliverToABrokenStore(texts(bench.now(), "m1", "m2"));
        EarlierRelease.forgetLines(bench.database);
        assertThat(books()).isEmpty();

        bench.deliver(text("m2", bench.now()));
        replay(ONE);
        assertThat(books()).isEqualTo("22: received 2, shown 2, waiting 0, doubled 0, aside 0");
    }

    @Test
    void twoWhoReplayTheSameInOneMomentCorrectTheBooksOnce() {
        String body = text("m1", bench.now());
        know(false);
        bench.deliver(body);
        know(true);
        bench.deliver(body);
        CompletableFuture<Boolean> busy = new CompletableFuture<>();
        var held = bench.journal.submit(_ -> busy.join());
        List<CompletableFuture<Desk.Outcome>> replays = Stream.of("r1", "r2")
                .map(id -> bench.desk.perform(
                        new Person(Bench.ADMIN, 1, "admin", Role.ADMIN, true),
                        new Request(new CommandId(id), new Command.Replay(ONE), Optional.empty())))
                .toList();
        busy.complete(true);
        replays.forEach(CompletableFuture::join);
        assertThat(held).isCompletedWithValue(true);
        assertThat(books()).isEqualTo("22: received 2, shown 1, waiting 0, doubled 1, aside 0");
    }

    private long entry() {
        return open().getFirst().id();
    }

    @Test
    void whatIsPutAwayIsSilentStillCountsAsSetAsideAndCanBeTakenInAgain() {
        know(false);
        bench.deliver(text("m1", bench.now()));
        long entry = entry();
        assertThat(bench.done(Bench.ADMIN, new Command.PutAway(entry, "spam")).facts())
                .containsEntry("result", "PUT_AWAY");

        assertThat(open()).isEmpty();
        assertThat(new SetAsides(bench.database).total()).isZero();
        assertThat(new SetAsides(bench.database).away(9)).singleElement().satisfies(known -> {
            assertThat(known.entry().id()).isEqualTo(entry);
            assertThat(known.away()).hasValue(new SetAsides.Away(Bench.ADMIN, bench.now(), "spam"));
        });
        assertThat(books()).isEqualTo("22: received 1, shown 0, waiting 0, doubled 0, aside 1");
        bench.deliver(text("m1", bench.now()));
        assertThat(open()).isEmpty();

        know(true);
        assertThat(replay(ONE)).isEqualTo("ACCEPTED");
        assertThat(new SetAsides(bench.database).away(9)).isEmpty();
        assertThat(books()).isEqualTo("22: received 2, shown 1, waiting 0, doubled 1, aside 0");
    }

    @Test
    void whatIsPutAwayStandsOpenAgainWhenAReplayStillCannotPlaceIt() {
        know(false);
        bench.deliver(text("m1", bench.now()));
        long entry = entry();
        bench.done(Bench.ADMIN, new Command.PutAway(entry, "spam"));
        assertThat(replay(ONE)).isEqualTo("SET_ASIDE");
        assertThat(entry()).isEqualTo(entry);
    }

    @Test
    void onlyAdminsPutAwayAndOnlyWhatStandsAside() {
        know(false);
        bench.deliver(text("m1", bench.now()));
        long entry = entry();
        assertThat(bench.refused(Bench.MINA, new Command.PutAway(entry, "spam")).reason())
                .isEqualTo(Refusal.Reason.NOT_ALLOWED);
        bench.done(Bench.ADMIN, new Command.PutAway(entry, "spam"));
        for (long other : new long[] {entry, entry + 1_000}) {
            assertThat(bench.refused(Bench.ADMIN, new Command.PutAway(other, "again"))
                            .reason())
                    .isEqualTo(Refusal.Reason.NOT_SET_ASIDE);
        }
    }
}
