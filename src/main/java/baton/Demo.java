// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Loop;
import baton.run.Secret;
import baton.run.Settings;
import baton.simulator.Credentials;
import baton.simulator.CrowdSettings;
import baton.simulator.Simulator;
import baton.simulator.SimulatorSettings;
import baton.sync.HubAddress;
import baton.sync.Pass;
import baton.sync.SignIn;
import baton.sync.SignInAnswer;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root of the demo: a real hub on an embedded store, a stand-in for Meta with lively customers, and three
 * colleagues, all in this process and all over HTTP. Nothing has to be set; closing it ends everything (SPEC.md D6).
 */
public final class Demo implements AutoCloseable {

    /** The person whose desk the demo shows: an agent, since a click by others only looks (SPEC.md T4). */
    public static final PersonId YOU = new PersonId("you");

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** Further attempts to sign in. */
    private static final int PATIENCE = 2;

    private static final CrowdSettings CROWD = new CrowdSettings(30, 60);
    private static final Map<String, String> COLLEAGUES = Map.of("mina", "Mina", "budi", "Budi", "clara", "Clara");

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final InstantSource clock;
    private final Secret password = new Secret(UUID.randomUUID().toString());
    private final Simulator simulator;
    private final HubApp hub;

    /** Starts it all; {@code folder}: an empty one for the store; {@code seed}: the same seed brings the same customers. */
    public Demo(Path folder, long seed, InstantSource clock) {
        this.clock = clock;
        Secret appSecret = new Secret(UUID.randomUUID().toString());
        this.simulator =
                opened(new Simulator(SimulatorSettings.of(URI.create("http://127.0.0.1:1"), appSecret.reveal(), clock)
                        .withCredentials(new Credentials(appSecret.reveal(), "verify-me", Optional.empty()))
                        .withSeed(seed)
                        .withCrowd(CROWD)));
        simulator.start();
        this.hub = opened(HubApp.start(settings(folder, appSecret), clock));
        hub.addPerson(YOU, "You", Role.AGENT, password);
        COLLEAGUES.forEach((id, name) -> hub.addPerson(new PersonId(id), name, Role.AGENT, password));
        simulator.pointAt(URI.create(hub.address()));
        DemoAnswers answers = DemoAnswers.load();
        COLLEAGUES.keySet().stream().sorted().forEach(id -> join(id, answers, seed));
    }

    private Settings settings(Path folder, Secret appSecret) {
        return new Settings(
                new Settings.Listening(0, "127.0.0.1", Optional.empty(), false, Duration.ofHours(12), 4 << 20, 500),
                new Settings.Storage(folder, Optional.empty(), Duration.ofDays(30)),
                new Settings.Platform(
                        appSecret,
                        new Secret("verify-me"),
                        new Secret("demo-token"),
                        List.of("771940260085512"),
                        Optional.empty(),
                        URI.create("http://127.0.0.1:" + simulator.port()),
                        "v25.0",
                        Optional.empty()),
                new Settings.Claims(
                        Duration.ofMinutes(7),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(5),
                        Duration.ofHours(24)),
                new Settings.Pace(15, 5),
                Optional.of(password),
                Optional.empty());
    }

    private void join(String id, DemoAnswers answers, long seed) {
        Colleague colleague = opened(new Colleague(desk(new PersonId(id)), answers, seed + id.hashCode()));
        opened(new Loop(id, colleague, broken -> LOG.warn("{} stumbled", id, broken)).start());
    }

    /** A desk in memory for one of the demo's people, signed in. */
    public Workspace desk(PersonId person) {
        return Workspace.open(WorkspaceSettings.inMemory(HubAddress.of(hub.address()), signIn(person), clock));
    }

    /** A fresh sign-in of one of the demo's people. */
    Pass signIn(PersonId person) {
        SignIn door = new SignIn(HubAddress.of(hub.address()), Locale.getDefault(), clock);
        SignInAnswer answer = door.attempt(person.value(), password);
        for (int again = 0; again < PATIENCE && answer instanceof SignInAnswer.NotReachable; again++) {
            answer = door.attempt(person.value(), password); // a machine that is all taken up by starting answers late
        }
        if (!(answer instanceof SignInAnswer.Welcome welcome)) {
            throw new IllegalStateException("The demo's own hub does not let " + person + " in: " + answer);
        }
        return welcome.pass();
    }

    /** Where the demo's hub takes requests. */
    public String hubAddress() {
        return hub.address();
    }

    /** The stand-in for Meta, for whoever wants to be a customer or change the weather. */
    public Simulator simulator() {
        return simulator;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.addLast(part);
        return part;
    }

    @Override
    public void close() {
        parts.reversed().forEach(part -> {
            try {
                part.close();
            } catch (Exception broken) {
                LOG.warn("{} did not end in order", part.getClass().getSimpleName(), broken);
            }
        });
    }
}
