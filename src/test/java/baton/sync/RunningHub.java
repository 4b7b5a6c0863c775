// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Actor;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Role;
import baton.domain.Sender;
import baton.domain.Wamid;
import baton.hub.Desk;
import baton.hub.DeskRules;
import baton.hub.IntakeRules;
import baton.hub.OutsideDoor;
import baton.hub.Passwords;
import baton.policy.ClaimPolicy;
import baton.run.Secret;
import baton.run.Settings;
import baton.store.Database;
import baton.store.Inbox;
import baton.store.Journal;
import baton.store.RawBodies;
import baton.store.Turn;
import baton.wire.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** A real hub with its store in a folder, that can be stopped, started again, and put back to an earlier state. */
final class RunningHub implements AutoCloseable {
    static final String PASSWORD = "a-password-of-the-test";
    static final NumberId NUMBER = new NumberId("15550001111");

    private static final AtomicLong WAMIDS = new AtomicLong();

    private final Path folder;
    private final InstantSource clock;
    private final Optional<Settings.TlsFiles> tls;
    private Database database;
    private Journal journal;
    private OutsideDoor door;

    RunningHub(Path folder, InstantSource clock) {
        this(folder, clock, Optional.empty());
    }

    RunningHub(Path folder, InstantSource clock, Optional<Settings.TlsFiles> tls) {
        this.folder = folder;
        this.clock = clock;
        this.tls = tls;
        start();
        String credential = new Passwords().hash(PASSWORD);
        Map.of("admin", Role.ADMIN, "mina", Role.AGENT, "jun", Role.AGENT, "ana", Role.ANALYST)
                .forEach((name, role) -> add(name, role, credential));
    }

    private void add(String name, Role role, String credential) {
        decide(turn -> {
            turn.credential(new PersonId(name), credential);
            return turn.record(new Actor.Hub(), new PersonEvent.PersonAdded(new PersonId(name), "Dear " + name, role));
        });
    }

    void start() {
        try {
            database = Database.embedded(Files.createDirectories(folder));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        journal = Journal.open(database, clock);
        Passwords passwords = new Passwords();
        IntakeRules intake = new IntakeRules(Set.of(NUMBER), Duration.ofHours(24), journal.id());
        Desk desk = new Desk(
                journal,
                new DeskRules(ClaimPolicy.Terms.DEFAULT, Duration.ofSeconds(5)),
                new Desk.Slow(passwords::hash, new RawBodies(database)::find, intake));
        door = OutsideDoor.open(
                settings(),
                new OutsideDoor.Rooms(
                        database,
                        journal,
                        _ -> CompletableFuture.failedFuture(new IllegalStateException("Nothing is delivered here")),
                        desk::perform,
                        (_, _) -> {},
                        passwords,
                        new baton.hub.Connection(),
                        ZoneOffset.UTC),
                clock);
    }

    private Settings settings() {
        Duration day = Duration.ofHours(24);
        return new Settings(
                new Settings.Listening(0, "127.0.0.1", tls, false, Duration.ofDays(7), 4 << 20, 400),
                new Settings.Storage(folder, Optional.empty(), Duration.ofDays(30)),
                new Settings.Platform(
                        new Secret("app-secret"),
                        new Secret("verify"),
                        new Secret("access"),
                        List.of(NUMBER.value()),
                        Optional.empty(),
                        URI.create("http://localhost:1"),
                        "v25.0",
                        Optional.empty()),
                new Settings.Claims(
                        Duration.ofMinutes(7),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(5),
                        day),
                new Settings.Pace(15, 5),
                Optional.empty(),
                Optional.empty());
    }

    void stop() {
        door.close();
        journal.close();
        database.close();
        reallyClosed();
    }

    /** A pool lets go of its connections a moment later; a copy of the file must not be older than that. */
    private void reallyClosed() {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("hub"));
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The store as it is now; only of a stopped hub. */
    Path backup(Path to) {
        try {
            return Files.copy(folder.resolve("hub.mv.db"), to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Puts the store back; only of a stopped hub. */
    void restore(Path backup) {
        try {
            Files.copy(backup, folder.resolve("hub.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int port() {
        return door.port();
    }

    Inbox inbox() {
        return new Inbox(database);
    }

    long head() {
        return journal.head();
    }

    /** What a desk that has everything up to this line is told next. */
    Answers.Feed news(long after) {
        List<Recorded> lines = journal.after(after, 500);
        return new Answers.Feed(
                lines.isEmpty() ? after : lines.getLast().seq(),
                clock.instant(),
                journal.id(),
                lines.stream().map(Answers.FeedEvent::of).toList(),
                List.of());
    }

    HubAddress address() {
        return HubAddress.of("http://127.0.0.1:" + port());
    }

    private interface Deciding<A> {
        A decide(Turn turn);
    }

    private <A> A decide(Deciding<A> deciding) {
        return journal.submit(deciding::decide).join();
    }

    /** Somebody new writes; answers the number of the conversation that opens. */
    ConversationId newCustomer(String name, String text) {
        return decide(turn -> newCustomer(turn, name, text));
    }

    /** Many at once. */
    void newCustomers(int count) {
        decide(turn -> {
            for (int i = 0; i < count; i++) {
                newCustomer(turn, "Customer " + i, "hello " + i);
            }
            return count;
        });
    }

    private static ConversationId newCustomer(Turn turn, String name, String text) {
        return writesFirst(turn, appears(turn, name), text);
    }

    private static CustomerId appears(Turn turn, String name) {
        CustomerId customer = new CustomerId(turn.next());
        String phone = Long.toString(49_170_000_000L + WAMIDS.incrementAndGet());
        Sender sender = new Sender(List.of(Identity.phone(phone)), Optional.of(name), Optional.empty());
        turn.record(new Actor.Customer(), new CustomerEvent.CustomerAppeared(sender));
        return customer;
    }

    private static ConversationId writesFirst(Turn turn, CustomerId customer, String text) {
        ConversationId id = turn.open(customer, NUMBER, new Actor.Customer());
        says(turn, id, text);
        return id;
    }

    /** Somebody who never wrote stops marketing messages. */
    CustomerId optsOut(String name) {
        return decide(turn -> optsOut(turn, name));
    }

    /** Many at once. */
    List<CustomerId> optOut(int count) {
        return decide(turn -> IntStream.range(0, count)
                .mapToObj(i -> optsOut(turn, "Silent " + i))
                .toList());
    }

    private static CustomerId optsOut(Turn turn, String name) {
        CustomerId customer = appears(turn, name);
        turn.record(new Actor.Customer(), new CustomerEvent.MarketingChosen(customer, false, Optional.empty()));
        return customer;
    }

    /** A known customer writes for the first time. */
    ConversationId writesFirst(CustomerId customer, String text) {
        return decide(turn -> writesFirst(turn, customer, text));
    }

    void merge(CustomerId kept, CustomerId absorbed) {
        decide(turn -> turn.record(new Actor.Hub(), new CustomerEvent.CustomersMerged(kept, absorbed)));
    }

    void rename(CustomerId customer, String name) {
        decide(turn -> turn.record(
                new Actor.Platform(),
                new CustomerEvent.CustomerRenamed(customer, Optional.of(name), Optional.empty())));
    }

    MessageId says(ConversationId conversation, String text) {
        return decide(turn -> says(turn, conversation, text));
    }

    /** Many at once. */
    void says(ConversationId conversation, int count) {
        decide(turn -> {
            for (int i = 0; i < count; i++) {
                says(turn, conversation, "line " + i);
            }
            return count;
        });
    }

    private static MessageId says(Turn turn, ConversationId conversation, String text) {
        CustomerId customer = turn.conversation(conversation).orElseThrow().customer();
        Inbound inbound = new Inbound(
                NUMBER,
                new Wamid("wamid." + WAMIDS.incrementAndGet()),
                turn.now(),
                new Content.Text(text),
                Optional.empty(),
                Optional.empty(),
                Inbound.Way.DIRECT);
        Recorded recorded = turn.record(
                conversation,
                new Actor.Customer(),
                new MessageEvent.InboundReceived(customer, inbound, new DeliveryId("2026-11-22-1")));
        return new MessageId(recorded.seq());
    }

    /** Another role; as the hub does it, all sign-ins end with it. */
    void changeRole(String name, Role role) {
        decide(turn -> {
            turn.endSessions(new PersonId(name));
            return turn.record(new Actor.Hub(), new PersonEvent.RoleChanged(new PersonId(name), role));
        });
    }

    void endSessions(String name) {
        decide(turn -> {
            turn.endSessions(new PersonId(name));
            return turn.record(new Actor.Hub(), new PersonEvent.PasswordChanged(new PersonId(name)));
        });
    }

    @Override
    public void close() {
        stop();
    }
}
