// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of everything the door answers. Safe from any thread. */
final class Routes {
    /** A route and the parts of its path that vary. */
    record Found(Route route, Map<String, String> parts) {}

    private final List<Route> all;

    /** Those without a part that varies, by method and path: webhooks and polls are found at once. */
    private final Map<String, Found> fixed;

    /** Refuses two routes of one method and path with an {@link IllegalStateException}. */
    Routes(List<Route> all) {
        this.all = List.copyOf(all);
        this.fixed = all.stream()
                .filter(route -> !route.path().contains("{"))
                .collect(Collectors.toUnmodifiableMap(
                        route -> key(route.method(), route.path()), route -> new Found(route, Map.of())));
    }

    List<Route> all() {
        return all;
    }

    /** Refuses with 404 what is not in the table, and with 405 a path asked by another method. */
    Found find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        Found found = fixed.get(key(asked, path));
        return found == null ? match(asked, path) : found;
    }

    private Found match(String asked, String path) {
        List<Found> samePath =
                all.stream().flatMap(route -> found(route, path).stream()).toList();
        return samePath.stream()
                .filter(found -> found.route().method().equals(asked))
                .findFirst()
                .orElseThrow(() -> samePath.isEmpty() ? unknown() : wrongMethod(samePath));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    private static Optional<Found> found(Route route, String path) {
        return route.match(path).map(parts -> new Found(route, parts));
    }

    private static Problem unknown() {
        return new Problem(404, "There is nothing at this address; /api/openapi.json lists what there is.");
    }

    private static Problem wrongMethod(List<Found> samePath) {
        String methods = samePath.stream().map(found -> found.route().method()).collect(Collectors.joining(", "));
        return new Problem(405, "This address takes " + methods + ".", Map.of("Allow", methods));
    }
}
