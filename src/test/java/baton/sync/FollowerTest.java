// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.store.DeskFile;
import baton.store.Replica;
import baton.store.Shelf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose copy is whole, from the moment its files are open until all rows are on the board. */
final class FollowerTest {
    private static final PersonId MINA = new PersonId("mina");
    private static final Replica.Owner OWNER = new Replica.Owner("http://hub", MINA, "AGENT");

    private final RunningClock clock = new RunningClock();
    private final Shelf shelf = new Shelf.Memory("follower-" + UUID.randomUUID());
    private final Surface surface = Surface.of(MINA, clock);

    @TempDir
    private Path folder;

    private RunningHub hub;
    private Replica replica;
    private DeskFile file;
    private Follower follower;
    private ConversationId known;

    @BeforeEach
    void copied() {
        hub = new RunningHub(folder.resolve("hub"), clock);
        known = hub.newCustomer("Bo", "hello");
        hub.newCustomer("Dewi", "halo");
        replica = Replica.open(shelf, OWNER);
        replica.begin("journal", new Replica.Mark(0, ""));
        boolean _ = replica.fill(new Replica.Mark(0, ""), List.of(), List.of(), List.of(), Optional.empty())
                .conversations()
                .isEmpty();
        file = DeskFile.open(shelf, "mark");
        DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
        follower = new Follower(replica, new Outbox(file, drafts, surface, MINA), drafts, surface);
        follow();
        surface.board().clear();
        follower = new Follower(replica, new Outbox(file, drafts, surface, MINA), drafts, surface);
    }

    @AfterEach
    void close() {
        replica.close();
        file.close();
        hub.close();
    }

    private void follow() {
        boolean _ =
                follower.take(follower.position(), hub.news(follower.position().cursor()), true);
    }

    private String name(ConversationId conversation) {
        return surface.board()
                .row(conversation)
                .flatMap(row -> row.customer().name())
                .orElse("nobody");
    }

    /** As a board that never was in a hurry has it. */
    private void assertWhole() {
        Board slow = new Board(MINA, new Presence());
        slow.begin(List.of(replica.rows()));
        Stream.of(View.values())
                .forEach(view -> assertThat(surface.board().rows(view)).isEqualTo(slow.rows(view)));
        assertThat(surface.board().counts()).isEqualTo(slow.counts());
        assertThat(surface.board().people()).isEqualTo(slow.people());
    }

    @Test
    void newsOfAnOldCustomerAreShownWithTheirNameBeforeAllRowsAreThere() {
        hub.says(known, "are you there");
        follow();
        assertThat(name(known)).isEqualTo("Bo");
        follower.complete(follower.read(follower.generation()));
        assertWhole();
    }

    @Test
    void whatComesWhileTheRowsAreReadIsNewerThanWhatWasRead() {
        Follower.Copy read = follower.read(follower.generation());
        hub.says(known, "one");
        follow();
        hub.says(known, "two");
        ConversationId fresh = hub.newCustomer("Ana", "oi");
        follow();
        follower.complete(read);
        assertWhole();
        assertThat(name(fresh)).isEqualTo("Ana");
        hub.says(fresh, "and later");
        follow();
        assertWhole();
    }

    @Test
    void aRowOfLastTimeThatTheCopyDoesNotHaveGoes() {
        Replica.Changed lastTime = replica.rows();
        replica.restart();
        replica.begin("another journal", new Replica.Mark(0, ""));
        assertThat(replica.fill(new Replica.Mark(0, ""), List.of(), List.of(), List.of(), Optional.empty())
                        .messages())
                .isEmpty();
        surface.board().take(lastTime);
        follower.complete(follower.read(follower.generation()));
        assertThat(surface.board().size()).isZero();
    }

    /** What the copy was when it was thrown away is nobody's trouble: it is filled anew already. */
    @Test
    void aCopyThatIsThrownAwayBeforeItIsReadIsNotRead() {
        int generation = follower.generation();
        follower.restart();
        follow();
        follower.complete(follower.read(generation));
        assertThat(name(known)).isEqualTo("Bo");
        follower.complete(follower.read(follower.generation()));
        assertWhole();
    }

    @Test
    void rowsReadFromACopyThatWasThrownAwayMeanwhileDoNotComeBack() {
        Follower.Copy read = follower.read(follower.generation());
        hub.says(known, "one");
        follow();
        follower.belongTo(new Replica.Owner("http://hub", MINA, "ANALYST"));
        follower.complete(read);
        assertThat(surface.board().size()).isZero();
    }
}
