// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import baton.run.Loop;
import baton.run.Settings;
import baton.store.Announcements;
import baton.store.Arrivals;
import baton.store.Backup;
import baton.store.Credentials;
import baton.store.Database;
import baton.store.Inbox;
import baton.store.Journal;
import baton.store.RawBodies;
import baton.store.Reconciliation;
import baton.store.Sessions;
import baton.store.Touches;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole outside door, put together: webhook, sign-in, commands, feed, lists, health. Takes requests from {@link #open} to
 * {@link #close}. Safe from any thread.
 */
public final class OutsideDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideDoor.class);

    /**
     * What stands behind the door. {@code typing} hears of a person at work on a text. {@code connection}: how the line to Meta stands.
     * {@code zone}: on whose wall clock sentences tell times.
     */
    public record Rooms(
            Database database,
            Journal journal,
            Deliveries deliveries,
            Commands commands,
            SignalPages.Typing typing,
            Passwords passwords,
            Connection connection,
            ZoneId zone) {}

    private final Routes routes;
    private final HubServer server;
    private final HealthPages health;
    private final Feed feed;
    private final Loop feedLoop;
    private final Loop announcementLoop;
    private final Announcements announcements;

    private OutsideDoor(Settings settings, Rooms rooms, InstantSource clock, Patience patience) {
        Executor threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("answer-", 0).factory());
        Inbox inbox = new Inbox(rooms.database());
        Touches touches = new Touches(rooms.database());
        this.feed = new Feed(rooms.journal(), touches, inbox, clock, threads);
        SilenceWatch silence = new SilenceWatch(new Arrivals(rooms.database()), numbers(settings), clock, rooms.zone());
        BodyBudget budget = BodyBudget.ofHeap(settings.listening().maxBody());
        Metrics metrics = new Metrics(rooms.journal(), inbox, feed::polls, budget::taken);
        metrics.watch(silence, clock);
        this.health = new HealthPages(
                rooms.database(),
                rooms.journal(),
                () -> rooms.connection().state().colour().name().toLowerCase(Locale.ROOT),
                metrics,
                threads);
        Badges badges = new Badges(
                new Sessions(rooms.database()),
                inbox,
                clock,
                settings.listening().session());
        SignIn signIn = new SignIn(inbox, new Credentials(rooms.database()), rooms.passwords(), badges, clock);
        Sentences sentences = new Sentences(inbox, rooms.zone());
        Troubles troubles = new Troubles();
        this.routes = new Routes(Stream.of(
                        new Webhook(settings, rooms.deliveries(), metrics).routes(),
                        health.routes(),
                        new SessionPages(signIn, badges, metrics).routes(),
                        new CommandPages(rooms.commands(), sentences, troubles).routes(),
                        new FeedPages(feed, sentences).routes(),
                        new InboxPages(inbox, rooms.journal(), clock).routes(),
                        new SignalPages(inbox, touches, rooms.typing(), clock).routes(),
                        new BoardPages(
                                        new Reconciliation(rooms.database()),
                                        new RawBodies(rooms.database()),
                                        silence,
                                        rooms.connection(),
                                        clock)
                                .routes(),
                        new BackupPages(new Backup(rooms.database())).routes(),
                        Document.routes())
                .flatMap(List::stream)
                .toList());
        Door.Rules rules = new Door.Rules(
                routes,
                badges,
                new Allowance(600, Duration.ofSeconds(10), clock),
                patience,
                budget,
                new Addresses(settings.listening().behindProxy()));
        this.announcements = new Announcements(rooms.database(), rooms.journal());
        this.feedLoop = new Loop("feed", feed::step, broken -> LOG.error("The feed stumbled", broken));
        this.announcementLoop = new Loop(
                "announcements",
                announcements::step,
                broken -> LOG.warn("Other hubs cannot be heard: {}", broken.getMessage()));
        rooms.journal().listen(_ -> feedLoop.wake());
        this.server = HubServer.start(settings.listening(), new Door(rules, troubles, threads));
    }

    private static Set<NumberId> numbers(Settings settings) {
        return settings.platform().numbers().stream().map(NumberId::new).collect(Collectors.toSet());
    }

    /** Opens it; refuses with {@link baton.run.BadSettings} when the address is taken or the TLS files cannot be used. */
    public static OutsideDoor open(Settings settings, Rooms rooms, InstantSource clock) {
        return open(settings, rooms, clock, Patience.USUAL);
    }

    static OutsideDoor open(Settings settings, Rooms rooms, InstantSource clock, Patience patience) {
        OutsideDoor door = new OutsideDoor(settings, rooms, clock, patience);
        door.feedLoop.start();
        door.announcementLoop.start();
        return door;
    }

    /** The port it listens on, also when it was told to take any. */
    public int port() {
        return server.port();
    }

    Routes routes() {
        return routes;
    }

    /** Says that it is not ready, ends the held polls, lets running requests end, closes. The journal is closed after this. */
    @Override
    public void close() {
        health.stopping();
        feed.close();
        announcementLoop.stop();
        server.close();
        announcementLoop.close();
        feedLoop.close();
        announcements.close();
    }
}
