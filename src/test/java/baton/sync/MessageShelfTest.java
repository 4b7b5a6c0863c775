// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.PersonId;
import baton.store.DeskFile;
import baton.store.Replica;
import baton.store.Shelf;
import baton.store.StoreException;
import baton.wire.Answers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that only the hub has yet. */
final class MessageShelfTest {
    private static final PersonId MINA = new PersonId("mina");

    private final RunningClock clock = new RunningClock();
    private final String name = "shelf-" + UUID.randomUUID();
    private final Shelf shelf = new Shelf.Memory(name);
    private final Surface surface = Surface.of(MINA, clock);

    @TempDir
    private Path folder;

    private RunningHub hub;
    private Replica replica;
    private DeskFile file;
    private HubClient client;
    private MessageShelf messages;
    private ConversationId bo;

    @BeforeEach
    void begun() {
        hub = new RunningHub(folder.resolve("hub"), clock);
        bo = hub.newCustomer("Bo", "one");
        hub.says(bo, "two");
        hub.says(bo, "three");
        HubAddress address = HubAddress.of("http://127.0.0.1:" + hub.port());
        Pass pass = Desks.pass(address, "mina", clock);
        replica = Replica.open(shelf, new Replica.Owner("http://hub", MINA, "AGENT"));
        replica.begin("journal", new Replica.Mark(hub.news(0).upTo(), ""));
        file = DeskFile.open(shelf, "mark");
        DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
        client = new HubClient(address, Locale.ENGLISH, clock, () -> Optional.of(pass.token()));
        messages = new MessageShelf(
                replica, new Outbox(file, drafts, surface, MINA), client, Disk.under(shelf), surface.link());
    }

    @AfterEach
    void close() {
        client.close();
        replica.close();
        file.close();
        hub.close();
    }

    /** Nothing more goes into the copy. */
    private void fill() throws SQLException {
        try (Connection disk = DriverManager.getConnection("jdbc:h2:mem:" + name + "-replica");
                Statement statement = disk.createStatement()) {
            statement.execute("ALTER TABLE messages ADD CONSTRAINT no_room CHECK (id < 0)");
        }
    }

    private static List<String> texts(MessagePage page) {
        return page.messages().stream()
                .map(message -> message.content().words())
                .toList();
    }

    @Test
    void whatIsFetchedIsKept() {
        MessagePage fetched = messages.fetch(bo, Optional.empty(), 10);
        assertThat(texts(fetched)).containsExactly("one", "two", "three");
        assertThat(fetched.older()).isEqualTo(MessagePage.Older.NONE);
        assertThat(messages.page(bo, Optional.empty(), 10)).isEqualTo(fetched);
    }

    @Test
    void whatTheDiskHasNoRoomForCanBeReadAllTheSame() throws SQLException {
        fill();
        MessagePage fetched = messages.fetch(bo, Optional.empty(), 10);
        assertThat(texts(fetched)).containsExactly("one", "two", "three");
        assertThat(fetched.older()).isEqualTo(MessagePage.Older.NONE);
        MessagePage here = messages.page(bo, Optional.empty(), 10);
        assertThat(here.messages()).isEmpty();
        assertThat(here.older()).as("it is fetched again when there is room").isEqualTo(MessagePage.Older.AT_HUB);
    }

    @Test
    void whatCannotBeKeptIsReadPageByPageToItsBeginning() throws SQLException {
        fill();
        MessagePage newest = messages.fetch(bo, Optional.empty(), 2);
        assertThat(texts(newest)).containsExactly("two", "three");
        assertThat(newest.older()).isEqualTo(MessagePage.Older.AT_HUB);
        Message oldest = newest.messages().getFirst();
        MessagePage older = messages.fetch(bo, Optional.of(oldest.id()), 2);
        assertThat(texts(older)).containsExactly("one");
        assertThat(older.older()).isEqualTo(MessagePage.Older.NONE);
    }

    /** Whoever fills the copy in quiet moments has to hear of it, or would go on and on. */
    @Test
    void whoWantsItKeptIsToldThatItIsNot() throws SQLException {
        fill();
        assertThatThrownBy(() -> messages.keep(bo, Optional.empty(), 10)).isInstanceOf(StoreException.class);
    }

    /** The desk fills its copy in quiet moments, also while a conversation is opened: then it stood empty until it was opened again. */
    @Test
    void aPageThatIsReadWhileOthersFetchHasAllItSays() {
        for (int round = 0; round < 300; round++) {
            replica.forgetMessages(List.of(bo));
            CompletableFuture<MessagePage> others =
                    CompletableFuture.supplyAsync(() -> messages.keep(bo, Optional.empty(), 10));
            do {
                MessagePage here = messages.page(bo, Optional.empty(), 10);
                assertThat(here.messages().size())
                        .as("messages of a page with %s before it", here.older())
                        .isEqualTo(here.older() == MessagePage.Older.NONE ? 3 : 0);
            } while (!others.isDone());
            assertThat(texts(others.join())).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aPageOfBeforeTheMessagesAfterItWereForgottenIsNotTaken() {
        long asked = replica.extent(bo).orElseThrow();
        List<Message> known = messages.fetch(bo, Optional.empty(), 10).messages();
        Replica.Mark upTo = replica.position().at();
        hub.says(bo, "four");
        replica.follow(
                hub.news(upTo.seq()).events().stream()
                        .map(Answers.FeedEvent::recorded)
                        .toList(),
                new Replica.Mark(hub.head(), ""));
        assertThat(messages.page(bo, Optional.empty(), 10).messages()).hasSize(4);
        replica.forgetMessages(List.of(bo));
        assertThat(replica.take(new Replica.Fetched(bo, upTo, asked, known, true, replica.generation())))
                .isEmpty();
        assertThat(texts(messages.fetch(bo, Optional.empty(), 10))).containsExactly("one", "two", "three", "four");
    }

    /** What was fetched for the copy of before is fetched for the next one too, and what the hub did not give is not taken for fetched. */
    @Test
    void theCopyIsFilledAgainAfterItWasBegunAnew() {
        board();
        Backfill backfill = new Backfill(surface.board(), messages, surface.link(), surface.time());
        assertThat(backfill.run()).as("offline").isGreaterThan(Duration.ofMinutes(1));
        surface.link().online(surface.latencies());
        assertThat(backfill.run()).isLessThan(Duration.ofSeconds(1));
        assertThat(messages.page(bo, Optional.empty(), 10).messages()).hasSize(3);
        assertThat(backfill.run()).as("all is here").isGreaterThan(Duration.ofMinutes(1));
        replica.restart();
        replica.begin("journal", new Replica.Mark(hub.head(), ""));
        assertThat(messages.page(bo, Optional.empty(), 10).messages()).isEmpty();
        assertThat(backfill.run()).isLessThan(Duration.ofSeconds(1));
        assertThat(messages.page(bo, Optional.empty(), 10).messages()).hasSize(3);
    }

    /** It would stand there with nothing before it until it is opened again. */
    @Test
    void aCopyThatHasNotBegunHasNoConversationWhole() {
        messages.fetch(bo, Optional.empty(), 10);
        replica.restart();
        assertThat(messages.page(bo, Optional.empty(), 10).older()).isEqualTo(MessagePage.Older.AT_HUB);
        MessagePage early = messages.fetch(bo, Optional.empty(), 10);
        assertThat(early.messages())
                .as("what comes until the copy begins would be missing")
                .isEmpty();
        assertThat(early.older()).isEqualTo(MessagePage.Older.AT_HUB);
        hub.says(bo, "four");
        replica.begin("journal", new Replica.Mark(hub.head(), ""));
        assertThat(texts(messages.fetch(bo, Optional.empty(), 10))).containsExactly("one", "two", "three", "four");
    }

    @Test
    void oneConversationThatCannotBeHadDoesNotKeepTheOthersWaiting() {
        hub.newCustomer("Dewi", "halo");
        hub.newCustomer("Ana", "oi");
        board();
        surface.link().online(surface.latencies());
        hub.stop();
        Backfill backfill = new Backfill(surface.board(), messages, surface.link(), surface.time());
        List<Duration> rests = Stream.generate(backfill::run).limit(6).toList();
        assertThat(rests.subList(0, 3)).allMatch(rest -> rest.compareTo(Duration.ofSeconds(1)) < 0);
        assertThat(rests.subList(3, 6))
                .as("again and again: it is the hub")
                .anyMatch(rest -> rest.compareTo(Duration.ofMinutes(1)) > 0);
        hub.start();
    }

    private void board() {
        surface.board()
                .take(new Replica.Changed(
                        hub.inbox().allConversations(Long.MAX_VALUE, 10), List.of(), List.of(), List.of()));
    }
}
