// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.sync.HubAddress;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code baton tools race}: lets many people claim the same conversations at once, and tells whether one of them got each. */
final class RaceCommand {

    static final String USAGE = """
        baton tools race --hub URL --user ADMIN [options]      who gets a conversation that all want at once

          --hub URL                 once more for a second hub on the same database: the people sit at them in turn
          --clients N               people who race (default 50); an admin adds them as race-1 … race-N and removes them again
          --claims N                claims in all (default 10000): each of them asks for every conversation of a wave
          --password-env VARIABLE   environment variable with the admin's password (default BATON_PASSWORD)
          --make N                  first let N customers of its own making write; needs BATON_APP_SECRET and
                                    BATON_PHONE_NUMBER_ID of the hub. Without it free conversations are taken as they are

        Then each winner lets go, another takes over, and replies under the old claims are tried at the same moment.
        Conversations are left free as they were found. What should be refused would reach real customers if it were
        not: run it where a stand-in for Meta answers. Speaks with the hub's public HTTP API alone.

        Prints conversations, attempts, winners, doubles, stale replies accepted, decisions/s. Ends with 0 when every
        conversation had one winner and no stale reply was accepted, 1 when not, 2 when it could not race.
        """;

    private RaceCommand() {}

    /** What was asked for. {@code make}: customers to make up first. */
    record Words(
            List<URI> hubs, String user, String password, int clients, int claims, int make, Map<String, String> env) {

        Words {
            hubs = List.copyOf(hubs);
            env = Map.copyOf(env);
        }
    }

    static int run(List<String> words, Map<String, String> environment) {
        try {
            return tell(Race.run(read(words, environment)));
        } catch (IllegalArgumentException | HubSeat.NotServed cannot) {
            System.err.println("baton tools race: " + cannot.getMessage());
        } catch (UncheckedIOException gone) {
            System.err.println("baton tools race: " + gone.getMessage() + " (" + gone.getCause() + ")");
        }
        return 2;
    }

    private static int tell(Race.Result result) {
        System.out.printf(
                Locale.ROOT,
                """
                conversations %d
                attempts %d
                winners %d
                doubles %d
                stale replies tried %d
                stale replies accepted %d
                decisions/s %.0f
                """,
                result.raced(),
                result.attempts(),
                result.winners(),
                result.doubles(),
                result.staleTried(),
                result.staleAccepted(),
                result.decisionsPerSecond());
        result.faults().forEach(fault -> System.out.println("fault " + fault));
        return result.isClean() ? 0 : 1;
    }

    private static Words read(List<String> words, Map<String, String> environment) {
        List<URI> hubs = new ArrayList<>();
        Optional<String> user = Optional.empty();
        String variable = "BATON_PASSWORD";
        int clients = 50;
        int claims = 10_000;
        int make = 0;
        for (ListIterator<String> rest = words.listIterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--hub" -> hubs.add(HubAddress.of(value(word, rest)).url());
                case "--user" -> user = Optional.of(value(word, rest));
                case "--password-env" -> variable = value(word, rest);
                case "--clients" -> clients = number(word, rest);
                case "--claims" -> claims = number(word, rest);
                case "--make" -> make = number(word, rest);
                default -> throw new IllegalArgumentException("'" + word + "' is not understood");
            }
        }
        if (hubs.isEmpty()) {
            throw new IllegalArgumentException("--hub is missing");
        }
        return new Words(
                hubs,
                user.orElseThrow(() -> new IllegalArgumentException("--user is missing")),
                secret(environment, variable),
                clients,
                claims,
                make,
                environment);
    }

    private static String value(String word, ListIterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return rest.next();
    }

    private static int number(String word, ListIterator<String> rest) {
        String value = value(word, rest);
        if (!value.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException(word + " must be a whole number from 1, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    static String secret(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> new IllegalArgumentException("The environment variable " + variable + " is not set"));
    }
}
