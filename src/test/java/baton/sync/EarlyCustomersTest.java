// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers whom the hub knew before their first conversation, and before the desk made its copy. */
final class EarlyCustomersTest {
    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    private RunningHub hub;
    private Workspace desk;

    @BeforeEach
    void open() {
        hub = new RunningHub(folder.resolve("hub"), clock);
    }

    @AfterEach
    void close() {
        desk.close();
        hub.close();
    }

    private void makeTheCopy() {
        desk = Desks.inMemory(hub.address(), "mina", clock);
        Desks.online(desk);
    }

    private Customer atTheHub(CustomerId id) {
        return hub.inbox().customer(id).orElseThrow();
    }

    private Customer atTheDesk(ConversationId conversation) {
        Desks.await().until(() -> desk.row(conversation).isPresent());
        return desk.row(conversation).orElseThrow().customer();
    }

    @Test
    void whoOptedOutBeforeTheyEverWroteHasTheirNameAndTheirChoice() {
        CustomerId bo = hub.optsOut("Bo");
        makeTheCopy();
        ConversationId conversation = hub.writesFirst(bo, "hello");
        assertThat(atTheDesk(conversation)).isEqualTo(atTheHub(bo));
        assertThat(atTheDesk(conversation).marketing()).isFalse();
        hub.rename(bo, "Bo Larsen");
        Desks.await()
                .untilAsserted(() -> assertThat(atTheDesk(conversation).name()).contains("Bo Larsen"));
    }

    @Test
    void whoIsMergedIntoSomebodyWhoNeverWroteCountsAsThem() {
        CustomerId kept = hub.optsOut("Kept");
        ConversationId conversation = hub.newCustomer("Absorbed", "hello");
        CustomerId absorbed =
                hub.inbox().conversation(conversation).orElseThrow().customer();
        makeTheCopy();
        assertThat(atTheDesk(conversation)).isEqualTo(atTheHub(absorbed));
        hub.merge(kept, absorbed);
        Desks.await().untilAsserted(() -> assertThat(atTheDesk(conversation)).isEqualTo(atTheHub(kept)));
    }

    /** Three pages full of them, between conversations that must all come too. */
    @Test
    void manyWhoNeverWroteAreAllKnownAndNoConversationIsMissed() {
        hub.newCustomers(700);
        List<CustomerId> silent = hub.optOut(1_300);
        hub.newCustomers(3);
        makeTheCopy();
        for (CustomerId customer : List.of(silent.getFirst(), silent.get(500), silent.getLast())) {
            assertThat(atTheDesk(hub.writesFirst(customer, "hello"))).isEqualTo(atTheHub(customer));
        }
        assertThat(desk.rows(View.ALL)).hasSize(706).allSatisfy(this::isAsAtTheHub);
    }

    private void isAsAtTheHub(ConversationRow row) {
        Conversation conversation = row.conversation();
        assertThat(hub.inbox().conversation(conversation.id())).contains(conversation);
        assertThat(row.customer()).isEqualTo(atTheHub(conversation.customer()));
    }
}
