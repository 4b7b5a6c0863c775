// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.run.Secret;
import baton.store.DeskFile;
import baton.store.Shelf;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A desk that is online, and the moment in which the turn of a reply comes. */
final class CourierTest {
    private static final PersonId MINA = new PersonId("mina");
    private static final ConversationId BO = new ConversationId(7);

    private final RunningClock clock = new RunningClock();
    private final Surface surface = Surface.of(MINA, clock);
    private final DeskFile file = DeskFile.open(new Shelf.Memory("courier-" + UUID.randomUUID()), "mark");
    private final DraftShelf drafts = new DraftShelf(file, Duration.ofMinutes(1));
    private final Outbox outbox = new Outbox(file, drafts, surface, MINA);
    private final Credentials credentials = Credentials.open(
            file, false, Optional.of(new Pass(MINA, "Mina", Role.AGENT, new Secret("token"), RunningClock.START)));
    private final HubClient hub =
            new HubClient(HubAddress.of("http://127.0.0.1:9"), Locale.ENGLISH, clock, credentials::token);
    private final Courier courier = new Courier(
            outbox,
            new Gate(MINA, credentials, surface),
            new Session(hub, credentials, surface.link()),
            Duration.ofMillis(50));

    @AfterEach
    void close() {
        hub.close();
        file.close();
    }

    /** Nobody has to put it back: it would stand there twice. */
    @Test
    void whatTheGateRefusesWhenItsTurnComesIsGivenBackAndTheAnswerSaysSo() {
        surface.link().online(surface.latencies());
        CommandId id = Asking.newId();
        CompletableFuture<CommandAnswer> answer = courier.await(id);
        assertThat(outbox.add(
                                id,
                                new Command.Reply(
                                        BO,
                                        new Fence(new ClaimNumber(1), 0),
                                        new Content.Text("yes"),
                                        Optional.empty(),
                                        true))
                        .isAsked())
                .isFalse();
        assertThat(courier.run()).isPositive();
        assertThat(answer.join())
                .isInstanceOfSatisfying(
                        CommandAnswer.GivenBack.class,
                        back -> assertThat(back.refused().refusal().reason())
                                .isEqualTo(Refusal.Reason.NO_SUCH_CONVERSATION));
        assertThat(drafts.read(BO).returned()).extracting(Returned::text).containsExactly("yes");
    }
}
