// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Actor;
import baton.domain.CustomerId;
import baton.domain.NumberId;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.hub.Compactor;
import baton.hub.Connection;
import baton.hub.Courtesy;
import baton.hub.Desk;
import baton.hub.DeskRules;
import baton.hub.Dispatch;
import baton.hub.DispatchRules;
import baton.hub.Housekeeper;
import baton.hub.Intake;
import baton.hub.IntakeRules;
import baton.hub.Leading;
import baton.hub.OutsideDoor;
import baton.hub.Passwords;
import baton.hub.Sweeper;
import baton.hub.TokenWatch;
import baton.policy.ClaimPolicy;
import baton.policy.PacePolicy;
import baton.run.BadSettings;
import baton.run.Loop;
import baton.run.OwnerOnly;
import baton.run.Secret;
import baton.run.Settings;
import baton.store.Compaction;
import baton.store.Database;
import baton.store.DatabaseClock;
import baton.store.Dues;
import baton.store.Holds;
import baton.store.Inbox;
import baton.store.Journal;
import baton.store.Leases;
import baton.store.RawBodies;
import baton.store.Restored;
import baton.store.StoreException;
import baton.whatsapp.GraphClient;
import baton.whatsapp.GraphSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root of the hub: makes every part, joins them, starts the loops, and ends them in order. */
public final class HubApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubApp.class);

    private final List<AutoCloseable> parts;
    private final Settings settings;
    private final DatabaseClock clock;
    private final String run = UUID.randomUUID().toString();
    private final Database database;
    private final Journal journal;
    private final Connection connection = new Connection();
    private final Passwords passwords = new Passwords();
    private final OutsideDoor door;

    private HubApp(Settings settings, InstantSource machine, List<AutoCloseable> parts) {
        this.parts = parts;
        this.settings = settings;
        this.database = opened(database(settings.storage()));
        this.clock = new DatabaseClock(database, machine, System::nanoTime);
        this.journal = opened(Journal.open(database, clock));
        welcomeAdmin();
        GraphClient graph = graph();
        BooleanSupplier leading = leading();
        dispatch(graph, leading);
        Courtesy courtesy = new Courtesy(journal, new Inbox(database), graph::markRead, leading);
        wakenByNews(loop("courtesy", courtesy));
        loop("sweeper", new Sweeper(journal, new Holds(database), clock, leading));
        loop("clock", clock);
        loop("token-watch", new TokenWatch(graph::checkToken, connection, clock));
        loop("housekeeper", new Housekeeper(database, settings.storage().rawRetention(), clock, leading));
        loop("compactor", new Compactor(journal, new Compaction(database)));
        this.door = opened(OutsideDoor.open(settings, rooms(courtesy), clock));
    }

    /**
     * Starts a hub on {@code machine}'s clock; when this returns it takes requests.
     *
     * @throws BadSettings with one sentence for each thing that is missing or wrong
     * @throws StoreException when the database cannot be opened
     */
    public static HubApp start(Settings settings, InstantSource machine) {
        List<AutoCloseable> parts = new ArrayList<>();
        try {
            return new HubApp(settings, machine, parts);
        } catch (RuntimeException broken) {
            parts.reversed().forEach(HubApp::end);
            throw broken;
        }
    }

    /** Where it takes requests. */
    public String address() {
        String scheme = settings.listening().tls().isPresent() ? "https" : "http";
        return scheme + "://" + settings.listening().bind() + ":" + door.port();
    }

    /** As {@link Journal#lost}. */
    CompletableFuture<String> lost() {
        return journal.lost();
    }

    private static Database database(Settings.Storage storage) {
        return storage.url().map(url -> Database.open(url.reveal())).orElseGet(() -> {
            try {
                return Database.embedded(OwnerOnly.folder(storage.data()));
            } catch (IOException noFolder) {
                throw new BadSettings(
                        List.of("The data folder " + storage.data() + " cannot be made: " + noFolder.getMessage()));
            }
        });
    }

    /** The first person is {@code admin}; later the setting has no effect. */
    private void welcomeAdmin() {
        if (!new Inbox(database).people().isEmpty()) {
            return;
        }
        Secret password = settings.adminPassword()
                .orElseThrow(
                        () -> new BadSettings(List.of("Nobody can sign in yet: give the first admin a password with"
                                + " BATON_ADMIN_PASSWORD (or --admin-password).")));
        addPerson(new PersonId("admin"), "Admin", Role.ADMIN, password);
    }

    /** Lets somebody sign in from now on; for the first admin and for the demo's people. Returns when it is durable. */
    void addPerson(PersonId person, String displayName, Role role, Secret password) {
        String credential = passwords.hash(password.reveal());
        journal.submit(turn -> {
                    turn.credential(person, credential);
                    return turn.record(new Actor.Hub(), new PersonEvent.PersonAdded(person, displayName, role));
                })
                .join();
    }

    private GraphClient graph() {
        Settings.Platform platform = settings.platform();
        return new GraphClient(new GraphSettings(
                platform.graph(),
                platform.version(),
                platform::accessToken,
                Optional.empty(),
                GraphSettings.Timeouts.DEFAULT));
    }

    /** An embedded hub leads by itself; several on one database agree by lease. */
    private BooleanSupplier leading() {
        return database.isShared() ? opened(Leading.begin(new Leases(database, System::nanoTime, run))) : () -> true;
    }

    private void dispatch(GraphClient graph, BooleanSupplier leading) {
        Settings.Pace pace = settings.pace();
        Inbox inbox = new Inbox(database);
        Dispatch dispatch = opened(new Dispatch(new Dispatch.Parts(
                journal,
                new Dues(database),
                new Restored(database),
                new DispatchRules(
                        new PacePolicy(pace.messagesPerSecond(), pace.perMinuteToNewCustomer()),
                        run,
                        clock,
                        () -> ThreadLocalRandom.current().nextDouble()),
                leading,
                call -> graph.send(call, leading),
                customer -> isNew(inbox, customer),
                connection)));
        dispatch.onReady(wakenByNews(loop("dispatch", dispatch))::wake);
    }

    private boolean isNew(Inbox inbox, CustomerId customer) {
        return inbox.customer(customer)
                .filter(known -> PacePolicy.isNew(known, clock.instant()))
                .isPresent();
    }

    private OutsideDoor.Rooms rooms(Courtesy courtesy) {
        Settings.Claims claims = settings.claims();
        IntakeRules intake = new IntakeRules(
                settings.platform().numbers().stream().map(NumberId::new).collect(Collectors.toSet()),
                claims.reopen(),
                journal.id());
        DeskRules desk =
                new DeskRules(new ClaimPolicy.Terms(claims.lease(), claims.limit(), claims.idle()), claims.undo());
        return new OutsideDoor.Rooms(
                database,
                journal,
                new Intake(journal, intake)::take,
                new Desk(journal, desk, new Desk.Slow(passwords::hash, new RawBodies(database)::find, intake))::perform,
                courtesy::typing,
                passwords,
                connection,
                ZoneId.systemDefault());
    }

    private Loop loop(String name, Loop.Step step) {
        return opened(
                new Loop(name, step, broken -> LOG.error("The {} loop stumbled and goes on", name, broken)).start());
    }

    private Loop wakenByNews(Loop loop) {
        journal.listen(_ -> loop.wake());
        return loop;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.addLast(part);
        return part;
    }

    /**
     * Ends what was started, the last first: nothing new is taken, what runs is ended, then the journal and the database close. The lease is
     * renewed until the last call has ended.
     */
    @Override
    public void close() {
        database.hurry();
        parts.forEach(part -> {
            if (part instanceof Loop loop) {
                loop.stop();
            }
        });
        parts.reversed().forEach(HubApp::end);
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception broken) {
            LOG.warn("{} did not end in order", part.getClass().getSimpleName(), broken);
        }
    }
}
