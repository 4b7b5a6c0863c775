// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.Sender;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tables say is what a fold of the journal says, and whoever tampers is found out. */
abstract class ProjectionsContract extends StoreContract {

    private static final NumberId NUMBER = new NumberId("771940260085512");

    /** Batches of every size, some items of which fail after half their work. */
    private void work(long seed, int items) {
        RandomWork work = new RandomWork(seed);
        for (int done = 0; done < items; done += 40) {
            List<Decision<Boolean>> batch = IntStream.range(0, 40)
                    .<Decision<Boolean>>mapToObj(_ -> work::some)
                    .toList();
            Decision<Boolean> failing = turn -> {
                new RandomWork(seed).some(turn);
                throw new IllegalStateException("half done");
            };
            inOneBatch(Stream.concat(Stream.of(failing), batch.stream()).toList()).stream()
                    .skip(1)
                    .forEach(CompletableFuture::join);
        }
    }

    private int write(String sql) {
        return database.with("Tampering", connection -> Sql.update(connection, sql));
    }

    @Test
    void afterAnyWorkTheTablesEqualAFreshFold() {
        work(11, 200);
        reopen();
        work(12, 120);
        assertThat(journal.head()).isGreaterThan(320);
        assertThat(firstDifference()).isEmpty();
    }

    /** Check looks at the tables in the opposite order, so each finding hides the ones before. */
    @Test
    void everyTamperedTableIsNamed() {
        work(13, 160);
        List<String> tampering = List.of(
                "UPDATE sending_counts SET total = total + 1",
                "DELETE FROM seen WHERE seq = (SELECT MAX(seq) FROM seen)",
                "UPDATE placed SET shown = shown + 1",
                "DELETE FROM awaited WHERE seq = (SELECT MAX(seq) FROM awaited)",
                "INSERT INTO people (id, state) VALUES ('intruder', '{}')",
                "UPDATE identities SET customer = customer + 1",
                "DELETE FROM customers WHERE id = (SELECT MIN(id) FROM customers)",
                "UPDATE messages SET conversation = conversation + 1 WHERE id = (SELECT MIN(id) FROM messages)",
                "UPDATE conversations SET holder = 'intruder' WHERE id = (SELECT MAX(id) FROM conversations)");
        List<String> tables = List.of(
                "sending_counts",
                "seen",
                "placed",
                "awaited",
                "people",
                "identities",
                "customers",
                "messages",
                "conversations");
        for (int i = 0; i < tampering.size(); i++) {
            assertThat(write(tampering.get(i))).as(tampering.get(i)).isPositive();
            assertThat(new Check(database, folder.resolve("check-" + i))
                            .firstDifference()
                            .orElseThrow())
                    .startsWith(tables.get(i) + ": ");
        }
    }

    @Test
    void aMissingLineIsFound() {
        work(14, 40);
        write("DELETE FROM journal WHERE seq = 5");
        assertThat(firstDifference().orElseThrow()).startsWith("journal: ");
    }

    @Test
    void projectionsOfOtherFoldsAreFoldedAgainFromTheFirstLine() {
        work(15, 120);
        write("UPDATE projections SET version = 0");
        write("UPDATE conversations SET state = '{}', holder = 'nobody'");
        write("DELETE FROM messages");
        reopen();
        assertThat(firstDifference()).isEmpty();
        work(16, 40);
        assertThat(firstDifference()).isEmpty();
    }

    /** A server that comes back with an older history may have reached the same number by now. */
    @Test
    void whatIsRememberedCountsOnlyWhileTheHeadStandsWhereItWasLeft() {
        CustomerId customer = new CustomerId(9001);
        Decision<Boolean> isKnown =
                turn -> turn.newestConversation(customer, NUMBER).isPresent();
        submit(turn -> turn.open(customer, NUMBER, HUB)).join();
        assertThat(submit(isKnown).join()).isTrue();
        write("DELETE FROM conversations");
        assertThat(submit(isKnown).join()).isTrue();
        write("UPDATE journal_head SET at = at + 1");
        assertThat(submit(isKnown).join()).isFalse();
    }

    @Test
    void whoHasNoConversationYetIsFoundByWhenTheyAppeared() {
        List<CustomerId> customers = submit(turn ->
                        IntStream.range(0, 4).mapToObj(_ -> appears(turn)).toList())
                .join();
        ConversationId opened =
                submit(turn -> turn.open(customers.get(1), NUMBER, HUB)).join();
        assertThat(withoutConversation(0, opened.value(), 9)).containsExactlyElementsOf(all(customers, 3, 2, 0));
        assertThat(withoutConversation(0, opened.value() - 1, 9)).containsExactlyElementsOf(all(customers, 3, 2, 1, 0));
        assertThat(withoutConversation(0, opened.value(), 2)).containsExactlyElementsOf(all(customers, 3, 2));
        assertThat(withoutConversation(customers.get(0).value(), opened.value(), 9))
                .containsExactlyElementsOf(all(customers, 3, 2));
    }

    private static CustomerId appears(Turn turn) {
        CustomerId id = new CustomerId(turn.next());
        Identity phone = Identity.phone("4477009" + id);
        turn.record(
                HUB,
                new CustomerEvent.CustomerAppeared(new Sender(List.of(phone), Optional.empty(), Optional.empty())));
        return id;
    }

    private static List<CustomerId> all(List<CustomerId> customers, int... places) {
        return IntStream.of(places).mapToObj(customers::get).toList();
    }

    private List<CustomerId> withoutConversation(long after, long last, int limit) {
        return new Inbox(database)
                .customersWithoutConversation(after, Long.MAX_VALUE, last, limit).stream()
                        .map(Customer::id)
                        .toList();
    }

    /** A hub of the next release may have begun on the same database. */
    @Test
    void nothingIsWrittenOverProjectionsOfOtherFolds() {
        work(20, 40);
        long head = journal.head();
        write("UPDATE projections SET version = version + 1");
        assertThatThrownBy(() -> submit(line("too late")).join())
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("Another release");
        assertThat(words()).doesNotContain("too late");
        assertThat(journal.head()).isEqualTo(head);
    }

    @Test
    void projectionsThatAreBehindAreBroughtUpToTheHead() {
        work(17, 40);
        for (String table : Rebuild.tables()) {
            write("DELETE FROM " + table);
        }
        write("UPDATE projections SET seq = 0");
        reopen();
        assertThat(firstDifference()).isEmpty();
    }

    @Test
    void projectionsOfLinesThatAPowerCutTookAreFoldedAgain() {
        work(18, 40);
        write("UPDATE projections SET seq = seq + 3");
        write("UPDATE conversations SET state = '{}', holder = 'nobody'");
        reopen();
        assertThat(firstDifference()).isEmpty();
        work(19, 40);
        assertThat(firstDifference()).isEmpty();
    }

    /** Both changes fall into one step of a rebuild and one batch of the writer, in either order of their rows. */
    @Test
    void oneClosesAndAnOlderOneOfTheSameCustomerOpensAgainInOneBatch() {
        PersonId mina = new PersonId("mina");
        List<ConversationId> older = IntStream.range(0, 20)
                .mapToObj(i -> submit(turn -> {
                            CustomerId customer = new CustomerId(9000 + i);
                            ConversationId id = turn.open(customer, NUMBER, HUB);
                            turn.record(id, HUB, new ConversationEvent.ConversationResolved(mina));
                            turn.open(customer, NUMBER, HUB);
                            return id;
                        })
                        .join())
                .toList();
        long before = journal.head();
        List<Decision<Boolean>> swaps = older.stream()
                .<Decision<Boolean>>map(id -> turn -> {
                    Conversation conversation = turn.conversation(id).orElseThrow();
                    ConversationId open = turn.newestConversation(conversation.customer(), NUMBER)
                            .orElseThrow()
                            .id();
                    turn.record(open, HUB, new ConversationEvent.ConversationResolved(mina));
                    turn.record(id, HUB, new ConversationEvent.ConversationReopened(Optional.of(mina)));
                    return true;
                })
                .toList();
        inOneBatch(swaps).forEach(CompletableFuture::join);

        assertThat(journal.head()).isEqualTo(before + 40);
        assertThat(firstDifference()).isEmpty();
        assertThat(submit(turn -> turn.conversation(older.getFirst()))
                        .join()
                        .orElseThrow()
                        .open())
                .isTrue();
    }

    @Test
    void theNewestConversationIsTheNewestAlsoWhenAnOlderOneWasTouchedInTheSameBatch() {
        CustomerId anna = new CustomerId(9001);
        PersonId mina = new PersonId("mina");
        ConversationId older = submit(turn -> turn.open(anna, NUMBER, HUB)).join();
        submit(turn -> turn.record(older, HUB, new ConversationEvent.ConversationResolved(mina)))
                .join();
        ConversationId newer = submit(turn -> turn.open(anna, NUMBER, HUB)).join();

        Optional<Conversation> found = submit(turn -> {
                    turn.record(older, HUB, new ConversationEvent.ConversationRead(mina, 1));
                    return turn.newestConversation(anna, NUMBER);
                })
                .join();

        assertThat(found.orElseThrow().id()).isEqualTo(newer);
    }
}
