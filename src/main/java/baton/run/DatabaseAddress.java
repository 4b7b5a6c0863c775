// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JDBC URL of a PostgreSQL database, read as its driver reads it as far as the way to it goes. What could lead the driver
 * elsewhere without being seen here counts as elsewhere.
 */
public final class DatabaseAddress {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final Set<String> VERIFIED = Set.of("verify-full", "verify-ca");
    private static final Set<String> HOSTS = Set.of("host", "pghost");

    /** One {@code name=value} after the question mark, decoded. */
    private record Parameter(String name, String value) {}

    private final String place;
    private final List<Parameter> parameters;

    DatabaseAddress(String url) {
        String[] halves = url.substring(PREFIX.length()).split("\\?", 2);
        this.place = halves[0];
        this.parameters = halves.length == 1
                ? List.of()
                : Arrays.stream(halves[1].split("&"))
                        .map(DatabaseAddress::parameter)
                        .toList();
    }

    /**
     * Why nobody should go there, in a sentence without the address, since that may carry a password; empty for what is safe and
     * for a database of another kind. {@code isTrusted}: somebody said that the network to it is.
     */
    public static Optional<String> complaint(String url, boolean isTrusted) {
        return isTrusted || !isOne(url) || new DatabaseAddress(url).isSafe()
                ? Optional.empty()
                : Optional.of(
                        "The database is on another machine, so its address needs sslmode=verify-full (or verify-ca);"
                                + " where the network to it is trusted, say so with --" + Option.DB_PLAIN.key() + " ("
                                + Option.DB_PLAIN.environment() + "=true).");
    }

    static boolean isOne(String url) {
        return url.startsWith(PREFIX);
    }

    /** Nobody on the way can read or change what goes to the database: it is on this machine, or its certificate is checked. */
    boolean isSafe() {
        return isOnThisMachine() || isVerified();
    }

    /** Of several hosts every one is; none given is this machine, as with a socket of its own. */
    private boolean isOnThisMachine() {
        return Stream.concat(hosts(), hostParameters()).allMatch(host -> host.isEmpty() || Loopback.is(host))
                && values("service").findAny().isEmpty();
    }

    private Stream<String> hosts() {
        return place.startsWith("//")
                ? Arrays.stream(place.substring(2).split("/", 2)[0].split(",")).map(DatabaseAddress::withoutPort)
                : Stream.empty();
    }

    private Stream<String> hostParameters() {
        return HOSTS.stream().flatMap(this::values).flatMap(hosts -> Arrays.stream(hosts.split(",")));
    }

    private static String withoutPort(String server) {
        int colon = server.lastIndexOf(':');
        return colon > server.lastIndexOf(']') ? server.substring(0, colon) : server;
    }

    /** The driver takes the mode by exactly this name and passes over any other way to write it. */
    private boolean isVerified() {
        List<String> modes = parameters.stream()
                .filter(parameter -> parameter.name().equals("sslmode"))
                .map(parameter -> parameter.value().toLowerCase(Locale.ROOT))
                .toList();
        return !modes.isEmpty()
                && modes.stream().allMatch(VERIFIED::contains)
                && values("sslfactory").noneMatch(factory -> factory.endsWith("nonvalidatingfactory"));
    }

    /** However the name is written. */
    private Stream<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .map(parameter -> parameter.value().toLowerCase(Locale.ROOT));
    }

    private static Parameter parameter(String text) {
        String[] sides = text.split("=", 2);
        return new Parameter(sides[0], sides.length == 1 ? "" : decoded(sides[1]));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
