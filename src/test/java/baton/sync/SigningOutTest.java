// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningOutTest {
    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    /** It takes connections and never says a word. */
    @Test
    void aHubThatIsSilentKeepsNobodySignedIn() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            HubAddress hub = HubAddress.of("http://127.0.0.1:" + silent.getLocalPort());
            Pass pass = new Pass(
                    new PersonId("mina"), "Mina", Role.AGENT, new Secret("token"), RunningClock.START.plusSeconds(9));
            try (Workspace desk =
                    Desks.opened(Desks.settings(hub, "mina", folder, clock).with(pass))) {
                desk.signOut();
                Desks.await().atMost(Duration.ofSeconds(5)).until(() -> desk.link() instanceof LinkState.SignedOut);
            }
        }
    }

    /** As the console does it. */
    @Test
    void whoSignsOutAndLeavesIsSignedOutAtTheHubToo() {
        try (RunningHub hub = new RunningHub(folder.resolve("hub"), clock)) {
            for (int round = 0; round < 20; round++) {
                Pass pass = Desks.pass(hub.address(), "mina", clock);
                Workspace desk = Desks.opened(
                        WorkspaceSettings.inMemory(hub.address(), pass, clock).with(Desks.HASTY));
                Desks.online(desk);
                desk.signOut();
                desk.close();
                try (HubClient client =
                        new HubClient(hub.address(), Locale.ENGLISH, clock, () -> Optional.of(pass.token()))) {
                    assertThat(client.feed(0, Duration.ZERO)).isInstanceOf(HubReply.Denied.class);
                }
            }
        }
    }
}
