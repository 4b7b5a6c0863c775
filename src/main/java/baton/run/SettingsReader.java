// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what was given into {@link Settings}, and gathers a sentence for each thing that is missing or wrong. */
final class SettingsReader {
    private static final Secret MISSING = new Secret("missing");
    private static final URI NOWHERE = URI.create("http://localhost");
    private static final String WEBHOOK_PATH = "/webhooks/whatsapp";

    private final List<String> problems = new ArrayList<>();
    private final Given given;

    SettingsReader(List<String> words, Map<String, String> environment) {
        this.given = new Given(words, environment, problems);
    }

    Settings read() {
        Settings settings = new Settings(
                listening(),
                storage(),
                platform(),
                claims(),
                pace(),
                given.value(Option.ADMIN_PASSWORD).map(Secret::new),
                given.settingsFile());
        checkDoor(settings.listening());
        checkClaims(settings.claims());
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return settings;
    }

    private Settings.Listening listening() {
        return new Settings.Listening(
                number(Option.PORT, 0, 65_535),
                given.value(Option.BIND).orElseThrow(),
                tls(),
                flag(Option.BEHIND_PROXY),
                length(Option.SESSION, ChronoUnit.HOURS, 1, 168),
                number(Option.MAX_BODY, 3 << 20, 64 << 20),
                number(Option.MAX_CONNECTIONS, 10, 100_000));
    }

    private Optional<Settings.TlsFiles> tls() {
        Optional<Path> certificate = file(Option.TLS_CERT);
        Optional<Path> key = file(Option.TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            problems.add("--tls-cert and --tls-key must be given together.");
        }
        return certificate.flatMap(chain -> key.map(secret -> new Settings.TlsFiles(chain, secret)));
    }

    private Settings.Storage storage() {
        Optional<String> url = given.value(Option.DB_URL);
        boolean isTrusted = flag(Option.DB_PLAIN);
        url.ifPresent(value -> checkDatabase(value, isTrusted));
        return new Settings.Storage(
                Path.of(given.value(Option.DATA).orElseThrow()),
                url.map(Secret::new),
                length(Option.RAW_RETENTION, ChronoUnit.DAYS, 1, 3650));
    }

    private void checkDatabase(String url, boolean isTrusted) {
        if (!DatabaseAddress.isOne(url) && !url.startsWith("jdbc:h2:")) {
            problems.add("The database must be given as jdbc:postgresql://… (" + Option.DB_URL.allWays() + ").");
        }
        DatabaseAddress.complaint(url, isTrusted).ifPresent(problems::add);
    }

    private Settings.Platform platform() {
        return new Settings.Platform(
                secret(Option.APP_SECRET),
                secret(Option.VERIFY_TOKEN),
                secret(Option.ACCESS_TOKEN),
                Arrays.stream(required(Option.PHONE_NUMBER_ID).split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList(),
                given.value(Option.WABA_ID),
                graph(),
                given.value(Option.GRAPH_VERSION).orElseThrow(),
                given.value(Option.PUBLIC_URL).map(value -> webhook(address(Option.PUBLIC_URL, value))));
    }

    /** What goes there carries the access token. */
    private URI graph() {
        URI address = address(Option.GRAPH_URL, given.value(Option.GRAPH_URL).orElseThrow());
        if (address.getScheme().equals("http")
                && !Loopback.is(Optional.ofNullable(address.getHost()).orElse(""))) {
            problems.add("--graph-url must begin with https://: the access token goes there, and http:// is only for a"
                    + " simulator on this machine (localhost or 127.0.0.1).");
        }
        return address;
    }

    /** A bare address means the hub's own path. */
    private static URI webhook(URI address) {
        String path = address.getPath();
        return path.isEmpty() || path.equals("/") ? address.resolve(WEBHOOK_PATH) : address;
    }

    private Settings.Claims claims() {
        return new Settings.Claims(
                length(Option.CLAIM_LEASE, ChronoUnit.MINUTES, 5, 15),
                length(Option.CLAIM_LIMIT, ChronoUnit.MINUTES, 5, 15),
                length(Option.CLAIM_IDLE, ChronoUnit.MINUTES, 1, 15),
                length(Option.UNDO, ChronoUnit.SECONDS, 0, 60),
                length(Option.REOPEN_WINDOW, ChronoUnit.HOURS, 0, 8760));
    }

    private Settings.Pace pace() {
        return new Settings.Pace(
                number(Option.MESSAGES_PER_SECOND, 1, 1000), number(Option.NEW_CUSTOMER_PER_MINUTE, 1, 600));
    }

    private void checkDoor(Settings.Listening listening) {
        if (listening.tls().isEmpty() && !listening.behindProxy() && !isLoopback(listening.bind())) {
            problems.add("Listening on " + listening.bind()
                    + " needs --tls-cert and --tls-key, or --behind-proxy when a proxy in front ends TLS.");
        }
    }

    private void checkClaims(Settings.Claims claims) {
        if (claims.limit().compareTo(claims.lease()) < 0) {
            problems.add("--claim-limit must not be shorter than --claim-lease.");
        }
    }

    private boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            problems.add("--bind " + bind + " is no address of this machine.");
            return true;
        }
    }

    private String required(Option option) {
        return given.value(option).orElseGet(() -> {
            problems.add("Missing: " + option.description() + " (" + option.allWays() + ").");
            return "";
        });
    }

    private Secret secret(Option option) {
        String value = required(option);
        return value.isEmpty() ? MISSING : new Secret(value);
    }

    private boolean flag(Option option) {
        String value = given.value(option).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(option.environment() + " must be true or false.");
        }
        return value.equals("true");
    }

    private int number(Option option, int least, int most) {
        try {
            int value = Integer.parseInt(given.value(option).orElseThrow());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below, in the same words
        }
        problems.add("--" + option.key() + " must be a whole number from " + least + " to " + most + ".");
        return least;
    }

    private Duration length(Option option, ChronoUnit unit, int least, int most) {
        return Duration.of(number(option, least, most), unit);
    }

    private Optional<Path> file(Option option) {
        Optional<Path> file = given.value(option).map(Path::of);
        file.filter(path -> !Files.isReadable(path))
                .ifPresent(path -> problems.add("--" + option.key() + " " + path + " cannot be read."));
        return file;
    }

    private URI address(Option option, String value) {
        try {
            if (value.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
                return URI.create(value);
            }
        } catch (IllegalArgumentException noAddress) {
            // said below, in the same words
        }
        problems.add("--" + option.key() + " must be an address that begins with https:// or http://.");
        return NOWHERE;
    }
}
