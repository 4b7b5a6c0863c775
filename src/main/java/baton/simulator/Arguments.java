// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the command line of {@code baton simulator}. */
final class Arguments {
    static final String USAGE = """
        usage: baton simulator --port N --hub URL --app-secret S [options]
          --port N              where the Graph API and the control door listen (0: any free port)
          --hub URL             the hub's address; without a path, /webhooks/whatsapp is appended
          --app-secret S        signs the webhooks (or BATON_APP_SECRET)
          --verify-token T      for the handshake (or BATON_VERIFY_TOKEN; default verify-me)
          --access-token T      the only access token accepted (or BATON_ACCESS_TOKEN; default: any)
          --phone-number-id ID  id of the business number (or BATON_PHONE_NUMBER_ID; default 771940260085512)
          --display-number N    digits of the business number (default 442079460157)
          --seed K              makes a run repeatable, and lets 12 pretend customers come unless --customers says otherwise
          --weather calm|rough  how webhooks travel (default calm)
          --customers N         pretend customers about at once (default 0; 12 with --seed)
          --per-minute R        arrivals a minute (default: as many as customers)
          --bind ADDR           address to listen on (default 127.0.0.1)\
        """;

    /** With a seed but no number of customers. */
    private static final int CUSTOMERS_WITH_SEED = 12;

    private static final List<String> NAMES = List.of(
            "port",
            "hub",
            "app-secret",
            "verify-token",
            "access-token",
            "phone-number-id",
            "display-number",
            "seed",
            "weather",
            "customers",
            "per-minute",
            "bind");

    sealed interface Read {}

    record Help() implements Read {}

    record Wrong(String why) implements Read {}

    record Right(SimulatorSettings settings) implements Read {}

    private final Map<String, String> given;

    private Arguments(Map<String, String> given) {
        this.given = given;
    }

    static Read read(String[] args, InstantSource clock, Consumer<String> log) {
        return read(List.of(args), System.getenv(), clock, log);
    }

    static Read read(List<String> args, Map<String, String> environment, InstantSource clock, Consumer<String> log) {
        if (args.contains("--help") || args.contains("-h")) {
            return new Help();
        }
        var given = new HashMap<String, String>();
        environment(environment, given);
        try {
            collect(args, given);
            return new Right(new Arguments(given).settings(clock, log));
        } catch (IllegalArgumentException wrong) {
            return new Wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static void environment(Map<String, String> environment, Map<String, String> given) {
        List.of("app-secret", "verify-token", "access-token", "phone-number-id").forEach(name -> {
            String value =
                    environment.get("BATON_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
    }

    private static void collect(List<String> args, Map<String, String> given) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            int equals = arg.indexOf('=');
            String name = arg.startsWith("--") ? arg.substring(2, equals > 0 ? equals : arg.length()) : "";
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown argument " + arg + "; see --help");
            }
            if (equals < 0 && i + 1 == args.size()) {
                throw new IllegalArgumentException(arg + " needs a value");
            }
            given.put(name, equals > 0 ? arg.substring(equals + 1) : args.get(++i));
        }
    }

    private SimulatorSettings settings(InstantSource clock, Consumer<String> log) {
        SimulatorSettings basics = SimulatorSettings.of(hub(), required("app-secret"), clock);
        String verifyToken =
                given.getOrDefault("verify-token", basics.credentials().verifyToken());
        Optional<String> accessToken = Optional.ofNullable(given.get("access-token"));
        BusinessLine invented = basics.line();
        return basics.withDoor(
                        given.getOrDefault("bind", basics.bind()), (int) number("port", required("port"), 65_535))
                .withCredentials(new Credentials(required("app-secret"), verifyToken, accessToken))
                .withLine(new BusinessLine(
                        given.getOrDefault("phone-number-id", invented.phoneNumberId()),
                        given.getOrDefault("display-number", invented.displayNumber()),
                        invented.wabaId()))
                .withSeed(number("seed", given.getOrDefault("seed", "1"), Long.MAX_VALUE))
                .withWeather(weather())
                .withCrowd(crowd())
                .withLog(log);
    }

    private String required(String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--" + name + " is missing; see --help");
        }
        return value;
    }

    private URI hub() {
        String text = required("hub");
        try {
            return SimulatorSettings.webhook(URI.create(text));
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalArgumentException("--hub must be an http or https address, not " + text, noAddress);
        }
    }

    private Weather weather() {
        String name = given.getOrDefault("weather", "calm");
        return Weather.named(name)
                .orElseThrow(() -> new IllegalArgumentException("--weather must be calm or rough, not " + name));
    }

    private CrowdSettings crowd() {
        int usual = given.containsKey("seed") ? CUSTOMERS_WITH_SEED : 0;
        int customers = (int) number(
                "customers", given.getOrDefault("customers", Integer.toString(usual)), CrowdSettings.MOST_CUSTOMERS);
        String rate = given.getOrDefault("per-minute", Integer.toString(customers));
        try {
            return new CrowdSettings(customers, Double.parseDouble(rate));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--per-minute must be a number, not " + rate, noNumber);
        }
    }

    private static long number(String name, String text, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--" + name + " must be a whole number, not " + text, noNumber);
        }
        throw new IllegalArgumentException("--" + name + " must be 0 to " + most + ", not " + text);
    }
}
