// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.run.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Desks for tests: hasty, and what they told is kept. */
final class Desks {
    static final WorkspaceSettings.Pace HASTY = new WorkspaceSettings.Pace(
            Duration.ofSeconds(25), Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(50), 20_000);

    private Desks() {}

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    static Pass pass(HubAddress hub, String name, InstantSource clock) {
        SignInAnswer answer =
                new SignIn(hub, java.util.Locale.ENGLISH, clock).attempt(name, new Secret(RunningHub.PASSWORD));
        if (answer instanceof SignInAnswer.Welcome welcome) {
            return welcome.pass();
        }
        throw new AssertionError("Nobody is signed in: " + answer);
    }

    static Workspace inMemory(HubAddress hub, String name, InstantSource clock) {
        return opened(
                WorkspaceSettings.inMemory(hub, pass(hub, name, clock), clock).with(HASTY));
    }

    /** With a sign-in of its own; it is remembered. */
    static Workspace inFolder(HubAddress hub, String name, Path folder, InstantSource clock) {
        return opened(settings(hub, name, folder, clock).with(pass(hub, name, clock)));
    }

    /** With the remembered sign-in. */
    static WorkspaceSettings settings(HubAddress hub, String name, Path folder, InstantSource clock) {
        return WorkspaceSettings.inFolder(hub, new PersonId(name), folder, clock)
                .with(HASTY);
    }

    static Workspace opened(WorkspaceSettings settings) {
        Workspace desk = Workspace.open(settings);
        desk.ready().join();
        return desk;
    }

    static void online(Workspace desk) {
        await().until(() -> desk.link() instanceof LinkState.Online);
    }

    /** Everything that a desk told. */
    static List<Changes> heard(Workspace desk) {
        List<Changes> heard = new CopyOnWriteArrayList<>();
        desk.listen(heard::add);
        return heard;
    }

    static List<String> texts(Workspace desk, ConversationId conversation) {
        return desk.fetchMessages(conversation, Optional.empty(), 500).join().messages().stream()
                .map(message -> message.content().words())
                .toList();
    }

    /** Claims it and waits until the desk has heard so. */
    static void claimed(Workspace desk, ConversationId conversation) {
        await().until(() -> desk.row(conversation).isPresent());
        if (!(desk.claim(conversation).join() instanceof CommandAnswer.Done)) {
            throw new AssertionError("Not claimed");
        }
        await().until(() -> desk.fence(conversation).isPresent());
    }

    static Command.Reply reply(Workspace desk, ConversationId conversation, String text) {
        return new Command.Reply(
                conversation, desk.fence(conversation).orElseThrow(), new Content.Text(text), Optional.empty(), false);
    }
}
