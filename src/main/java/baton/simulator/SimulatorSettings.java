// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything a {@link Simulator} is told at birth. Port 0 means any free one; {@code log} gets one sentence per event worth a line. */
public record SimulatorSettings(
        String bind,
        int port,
        URI hub,
        Credentials credentials,
        BusinessLine line,
        long seed,
        Weather weather,
        CrowdSettings crowd,
        InstantSource clock,
        Consumer<String> log) {

    static final String WEBHOOK_PATH = "/webhooks/whatsapp";

    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        hub = webhook(hub);
    }

    /** Loopback, any port, calm weather, nobody about, any access token, the handshake token {@code verify-me}. */
    public static SimulatorSettings of(URI hub, String appSecret, InstantSource clock) {
        var credentials = new Credentials(appSecret, "verify-me", Optional.empty());
        return new SimulatorSettings(
                "127.0.0.1",
                0,
                hub,
                credentials,
                BusinessLine.invented(),
                1,
                Weather.CALM,
                CrowdSettings.nobody(),
                clock,
                line -> {});
    }

    /** The webhook's address: a hub's base address gets {@code /webhooks/whatsapp} appended. */
    static URI webhook(URI hub) {
        if (hub.getHost() == null || !("http".equals(hub.getScheme()) || "https".equals(hub.getScheme()))) {
            throw new IllegalArgumentException("the hub address must be an http or https address: " + hub);
        }
        String path = hub.getPath();
        return path.isEmpty() || path.equals("/") ? hub.resolve(WEBHOOK_PATH) : hub;
    }

    public SimulatorSettings withDoor(String newBind, int newPort) {
        return new SimulatorSettings(newBind, newPort, hub, credentials, line, seed, weather, crowd, clock, log);
    }

    public SimulatorSettings withCredentials(Credentials value) {
        return new SimulatorSettings(bind, port, hub, value, line, seed, weather, crowd, clock, log);
    }

    public SimulatorSettings withLine(BusinessLine value) {
        return new SimulatorSettings(bind, port, hub, credentials, value, seed, weather, crowd, clock, log);
    }

    public SimulatorSettings withSeed(long value) {
        return new SimulatorSettings(bind, port, hub, credentials, line, value, weather, crowd, clock, log);
    }

    public SimulatorSettings withWeather(Weather value) {
        return new SimulatorSettings(bind, port, hub, credentials, line, seed, value, crowd, clock, log);
    }

    public SimulatorSettings withCrowd(CrowdSettings value) {
        return new SimulatorSettings(bind, port, hub, credentials, line, seed, weather, value, clock, log);
    }

    public SimulatorSettings withLog(Consumer<String> value) {
        return new SimulatorSettings(bind, port, hub, credentials, line, seed, weather, crowd, clock, value);
    }
}
