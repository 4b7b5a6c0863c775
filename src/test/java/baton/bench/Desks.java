// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.run.Secret;
import baton.sync.HubAddress;
import baton.sync.LinkState;
import baton.sync.Pass;
import baton.sync.SignIn;
import baton.sync.SignInAnswer;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Desks in a process of their own, as consoles have them but for the window: {@code Desks HUB NUMBER FOLDER|-}.
 * Prints a line when all follow the hub, measures from one line on its standard input to the next, and prints one with the times from
 * sending to the model's change then. After a third line they tell of claims; if it is {@value #CLAIM}, the first desk claims until a line says how many
 * more to measure, and prints these. A last line names conversations: prints when the last desk heard that each was held.
 */
final class Desks {

    static final String CLAIM = "claim";

    private Desks() {}

    public static void main(String[] words) throws InterruptedException {
        Optional<Path> folder = words[2].equals("-") ? Optional.empty() : Optional.of(Path.of(words[2]));
        List<Workspace> desks = open(words[0], Integer.parseInt(words[1]), folder);
        System.out.println("following");
        Sent sent = new Sent();
        desks.forEach(desk -> desk.listen(changes -> changes.messages()
                .values()
                .forEach(messages -> messages.forEach(
                        message -> sent.arrived(message.content().words())))));
        var _ = IO.readln();
        sent.begin();
        var _ = IO.readln();
        System.out.println(sent.line());
        claims(desks, IO.readln().equals(CLAIM));
        desks.forEach(Workspace::close);
        System.exit(0);
    }

    private static void claims(List<Workspace> desks, boolean areOwn) throws InterruptedException {
        Holds holds = Holds.of(desks);
        if (areOwn) {
            Claimer claimer = new Claimer(desks.getFirst());
            Thread warmUp = claimer.warmUp();
            int number = Integer.parseInt(IO.readln());
            System.out.println(Claimer.Claimed.line(claimer.measure(warmUp, number)));
        }
        System.out.println(holds.line(IO.readln()));
    }

    /** Desks that follow the hub; in a folder there can be one. */
    static List<Workspace> open(String hub, int number, Optional<Path> folder) throws InterruptedException {
        List<Workspace> desks = new ArrayList<>();
        HubAddress address = HubAddress.of(hub);
        for (int i = 0; i < number; i++) {
            Pass pass = signIn(address);
            WorkspaceSettings settings = folder.map(
                            place -> WorkspaceSettings.inFolder(address, pass.person(), place, InstantSource.system())
                                    .with(pass))
                    .orElseGet(() -> WorkspaceSettings.inMemory(address, pass, InstantSource.system()));
            desks.add(online(Workspace.open(settings)));
        }
        return desks;
    }

    private static Workspace online(Workspace desk) throws InterruptedException {
        desk.ready().join();
        CountDownLatch online = new CountDownLatch(1);
        desk.listen(changes ->
                changes.link().filter(LinkState.Online.class::isInstance).ifPresent(_ -> online.countDown()));
        if (!(desk.link() instanceof LinkState.Online)) {
            online.await();
        }
        return desk;
    }

    static Pass signIn(HubAddress address) {
        SignInAnswer answer =
                new SignIn(address, Locale.ENGLISH, InstantSource.system()).attempt("admin", new Secret(Hub.PASSWORD));
        if (answer instanceof SignInAnswer.Welcome welcome) {
            return welcome.pass();
        }
        throw new IllegalStateException("Nobody is signed in: " + answer);
    }
}
