// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for Meta's WhatsApp Cloud API in this process: {@link #start} opens its door, {@link #close} ends everything. Usable from any
 * thread. What it does is in docs/simulator.md.
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HubCall hub;
    private final Subscription subscription;
    private final Deliverer deliverer;
    private final Carrier carrier;
    private final Network network;
    private final Crowd crowd;
    private final Rates rates;
    private final MediaShelf shelf;
    private final Heartbeat heartbeat;
    private final Door door;

    /** Binds the port at once, so that {@link #port} is known; takes requests from {@link #start} on. */
    public Simulator(SimulatorSettings settings) {
        this.settings = settings;
        this.clock = settings.clock();
        Instant start = clock.instant();
        heartbeat = new Heartbeat(this::step, settings.log());
        hub = new HubCall(settings.hub(), settings.credentials());
        subscription = new Subscription(hub, settings.line());
        deliverer = new Deliverer(hub, threads, heartbeat::wake, settings.log());
        carrier = new Carrier(settings.line(), settings.weather(), settings.seed(), deliverer);
        rates = new Rates(start);
        shelf = new MediaShelf(settings.seed());
        var samples = new Samples(shelf, settings.seed());
        network = new Network(settings.line(), settings.seed(), start, this::carry, this::heard);
        network.weather(settings.weather());
        crowd = new Crowd(settings.crowd(), settings.seed(), new Visits(network, samples), Tongue.all());
        door = new Door(settings.bind(), settings.port(), threads, settings.log());
        shelf.servedAt(url());
        furnish(samples);
    }

    private void furnish(Samples samples) {
        var faults = new Faults();
        var recipients = new Recipients(settings.line(), network);
        var standing = new Standing();
        var graph = graph(faults, recipients, standing);
        var parts = new ControlDoor.Parts(
                new CustomerControl(network, samples, clock, settings.seed()),
                new FaultControl(faults),
                new HubControl(new HubControl.Way(hub, subscription, carrier, deliverer), network, recipients),
                standing);
        door.open("/simulator", new ControlDoor(parts, network, crowd, clock)::answer);
        door.open("/whatsapp_business", call -> graph.media().download(call, clock.instant()));
        door.open("/", new GraphDoor(settings, faults, graph)::answer);
    }

    private GraphDoor.Desks graph(Faults faults, Recipients recipients, Standing standing) {
        TemplateShelf templates = TemplateShelf.load();
        var mediaRules = new MediaRules(shelf);
        var rules = new SendRules(mediaRules, new TemplateRules(templates), network);
        var checks = new SendDesk.Checks(rules, recipients, rates, faults);
        return new GraphDoor.Desks(
                new SendDesk(settings, network, checks, new Composer(templates, mediaRules), carrier),
                new MediaDesk(settings.line(), shelf, settings.credentials()),
                new AccountDesk(settings, templates, subscription, standing));
    }

    private void carry(Update update, Instant now) {
        if (update.kind() == Update.Kind.MESSAGE) {
            rates.received(now);
        }
        if (subscription.active()) {
            carrier.take(update, now);
        }
    }

    private void heard(Heard message) {
        crowd.hear(message);
    }

    /** Takes requests, delivers webhooks, lets the pretend customers live. */
    public void start() {
        door.start();
        heartbeat.start();
    }

    /** The port taken. */
    public int port() {
        return door.port();
    }

    /** The base address of the Graph side, without a version. */
    public String url() {
        return "http://" + (settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind()) + ":" + port();
    }

    /** The hub's address, when it becomes known only after the simulator's; a base address or the webhook's own. */
    public void pointAt(URI hubAddress) {
        subscription.moveTo(SimulatorSettings.webhook(hubAddress));
    }

    /** Calls the hub's handshake once; true when it answered as Meta wants. */
    public boolean handshake() {
        String challenge = Integer.toString(Math.floorMod(clock.millis(), 900_000_000) + 100_000_000);
        HubCall.Reply reply = hub.handshake(challenge);
        return reply.status() == 200 && reply.body().equals(challenge);
    }

    /** Moves everything on to the clock's now. Repeated by itself after {@link #start}; by hand for tests that move the clock. */
    public void step() {
        Instant now = clock.instant();
        network.step(now);
        crowd.step(now);
        carrier.step(now);
        deliverer.step(now);
    }

    @Override
    public void close() {
        heartbeat.close();
        door.close();
        hub.close();
        threads.shutdownNow();
    }
}
