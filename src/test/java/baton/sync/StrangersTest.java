// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Claim;
import baton.domain.Command;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.Traffic;
import baton.store.DeskFile;
import baton.store.Replica;
import baton.store.Shelf;
import baton.wire.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A desk whose hub was put back, and that is left before its rows are here again. */
final class StrangersTest {
    private static final PersonId MINA = new PersonId("mina");
    private static final ConversationId BO = new ConversationId(7);
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Shelf shelf = new Shelf.Memory("strangers-" + UUID.randomUUID());
    private final DeskFile file = DeskFile.open(shelf, "mark");
    private final Replica replica = Replica.open(shelf, new Replica.Owner("http://hub", MINA, "AGENT"));
    private final Surface surface = Surface.of(MINA, new RunningClock());

    @AfterEach
    void close() {
        replica.close();
        file.close();
    }

    private Follower follower(DraftShelf drafts, Surface on) {
        Follower follower = new Follower(replica, new Outbox(file, drafts, on, MINA), drafts, on);
        follower.complete(follower.read(follower.generation()));
        return follower;
    }

    private DraftShelf drafts() {
        return new DraftShelf(file, Duration.ofMinutes(1));
    }

    private static Conversation conversation() {
        return new Conversation(
                BO,
                7,
                new CustomerId(6),
                new NumberId("49301234567"),
                true,
                NOON,
                new Claim.Free(),
                Optional.empty(),
                Traffic.NONE);
    }

    private static Customer customer(String name, String phone) {
        return new Customer(
                new CustomerId(6),
                6,
                NOON,
                Optional.of(name),
                Optional.empty(),
                List.of(Identity.phone(phone)),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty());
    }

    /** The desk has heard that the hub was put back, was left, begins again, and gets all rows in one page. */
    private DraftShelf leftAndBegunAgain(Customer then) {
        DraftShelf before = drafts();
        Follower follower = follower(before, surface);
        surface.board()
                .take(new Replica.Changed(
                        List.of(conversation()), List.of(), List.of(customer("Bo", "821012345678")), List.of()));
        before.save(Draft.none(BO).withReply("dear Bo"));
        before.flush();
        follower.restored();
        DraftShelf after = drafts();
        follower(after, Surface.of(MINA, new RunningClock())).fill(replica.position(), page(then));
        return after;
    }

    @Test
    void whatWasWrittenForAnotherIsSetAside() {
        DraftShelf drafts = leftAndBegunAgain(customer("Dewi", "6281298765432"));
        assertThat(drafts.read(BO).isEmpty()).isTrue();
        assertThat(drafts.orphans())
                .extracting(orphan -> orphan.draft().reply())
                .containsExactly("dear Bo");
        assertThat(drafts().owners()).isEmpty();
    }

    private Answers.Snapshot page(Customer then) {
        return new Answers.Snapshot(
                8,
                Optional.empty(),
                NOON,
                "journal",
                List.of(conversation()),
                List.of(then),
                List.of(),
                Optional.empty());
    }

    /** A draft and a note that waits, written for Bo. */
    private Follower written(DraftShelf drafts) {
        surface.board()
                .take(new Replica.Changed(
                        List.of(conversation()), List.of(), List.of(customer("Bo", "821012345678")), List.of()));
        assertThat(new Outbox(file, drafts, surface, MINA)
                        .add(Asking.newId(), new Command.Note(BO, "he likes red", List.of()))
                        .isAsked())
                .isFalse();
        drafts.save(Draft.none(BO).withReply("dear Bo"));
        drafts.flush();
        Follower follower = new Follower(replica, new Outbox(file, drafts, surface, MINA), drafts, surface);
        follower.complete(new Follower.Copy(
                new Replica.Changed(
                        List.of(conversation()), List.of(), List.of(customer("Bo", "821012345678")), List.of()),
                follower.generation()));
        return follower;
    }

    private void assertAside(DraftShelf drafts) {
        assertThat(drafts.read(BO).isEmpty()).isTrue();
        assertThat(drafts.orphans())
                .extracting(orphan -> orphan.draft().reply())
                .containsExactly("dear Bo");
        assertThat(drafts.orphans().getFirst().draft().returned())
                .extracting(Returned::text)
                .containsExactly("he likes red");
        assertThat(new Outbox(file, drafts, surface, MINA).waiting()).isEmpty();
    }

    /** Nobody noticed that the hub was put back: it was while the copy was damaged. */
    @Test
    void aCopyThatIsBegunAnewAtWorkIsComparedWithTheOneBefore() {
        DraftShelf drafts = drafts();
        Follower follower = written(drafts);
        follower.restart();
        follower.fill(replica.position(), page(customer("Dewi", "6281298765432")));
        assertAside(drafts);
    }

    /** The same between two starts: a new release, a damaged file. */
    @Test
    void aCopyThatIsBegunAnewAtAStartIsComparedWithTheOneThatWasLeft() {
        assertAside(startedAnewWith(customer("Dewi", "6281298765432")));
    }

    /** The drafts of a desk that was left, and whose next copy has this customer where the one before was. */
    private DraftShelf startedAnewWith(Customer customer) {
        written(drafts()).leave();
        replica.restart();
        DraftShelf after = drafts();
        follower(after, Surface.of(MINA, new RunningClock())).fill(replica.position(), page(customer));
        return after;
    }

    @Test
    void whatWasWrittenForTheSamePersonStaysInAFreshCopyAndItsNoteGoes() {
        DraftShelf after = startedAnewWith(customer("Bo Kim", "821012345678"));
        assertThat(after.read(BO).reply()).isEqualTo("dear Bo");
        assertThat(after.owners()).isEmpty();
        assertThat(new Outbox(file, after, surface, MINA).waiting()).hasSize(1);
    }

    @Test
    void whatWasWrittenForTheSamePersonStays() {
        DraftShelf drafts = leftAndBegunAgain(customer("Bo Kim", "821012345678"));
        assertThat(drafts.read(BO).reply()).isEqualTo("dear Bo");
        assertThat(drafts.orphans()).isEmpty();
    }
}
