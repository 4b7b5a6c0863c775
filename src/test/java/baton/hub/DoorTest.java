// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.run.Settings;
import baton.store.Database;
import baton.store.Inbox;
import baton.store.Sessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class DoorTest {

    private static final Settings.Listening ANYWHERE =
            new Settings.Listening(0, "127.0.0.1", Optional.empty(), false, Duration.ofHours(1), 1 << 20, 20);

    /** More than is held back until the answer is known to be short. */
    private static final byte[] MUCH = new byte[300_000];

    @Test
    void anAnswerThatCannotBeWrittenToItsEndIsNotTakenForWhole() {
        assertThatThrownBy(() -> answered(out -> {
                    out.write(MUCH);
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatIsWrittenToItsEndIsWhole() throws Exception {
        assertThat(answered(out -> out.write(MUCH)).body()).isEqualTo(MUCH);
    }

    private static HttpResponse<byte[]> answered(Reply.Writing writing) throws Exception {
        Routes routes =
                new Routes(List.of(Route.get("/much", Access.ANYBODY, _ -> Reply.streamed("text/plain", writing))));
        HandClock clock = new HandClock();
        try (Database database = Database.inMemory("door");
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newHttpClient()) {
            Badges badges = new Badges(new Sessions(database), new Inbox(database), clock, Duration.ofHours(1));
            Door.Rules rules = new Door.Rules(
                    routes,
                    badges,
                    new Allowance(10, Duration.ofSeconds(1), clock),
                    Patience.USUAL,
                    BodyBudget.ofHeap(1 << 20),
                    new Addresses(false));
            try (HubServer server = HubServer.start(ANYWHERE, new Door(rules, new Troubles(), threads))) {
                URI much = URI.create("http://127.0.0.1:" + server.port() + "/much");
                return client.send(HttpRequest.newBuilder(much).build(), HttpResponse.BodyHandlers.ofByteArray());
            }
        }
    }
}
